interface Caret {
  value: string;
  selectionStart: number;
}

/** A line break with the indentation of the caret's line, one level deeper after a colon. */
export function indentAsPython({ value, selectionStart }: Caret): string {
  const line = value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? "";
  const isBlockStart = /:\s*(#.*)?$/.test(line);
  return `\n${indentation}${isBlockStart ? "    " : ""}`;
}
