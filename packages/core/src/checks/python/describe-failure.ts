const LONGEST_QUOTE = 20;

/** A problem with the word before which it stands, unless it is one of the whole expression. */
export function describeFailure(problem: string, source: string, offset: number): string {
  if (problem.startsWith("is ")) return problem;
  const rest = source.slice(offset, offset + LONGEST_QUOTE).split(/[\s]/)[0];
  const place = rest === undefined || rest === "" ? "its end" : `\`${rest}\``;
  return `${problem} ${place}`;
}
