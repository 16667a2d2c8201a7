/** Lines of Python as one source text. */
export function pythonSource(...lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
