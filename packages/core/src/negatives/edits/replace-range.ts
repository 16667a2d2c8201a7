/** The text with everything from `start` to `end` replaced. */
export function replaceRange(
  text: string,
  { start, end }: { start: number; end: number },
  replacement: string,
): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
