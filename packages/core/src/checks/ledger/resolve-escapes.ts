const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\s\S]))/g;

const NAMED: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  0: "\0",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/** The text that a Python string literal with this content stands for; unknown escapes stay. */
export function resolveEscapes(content: string): string {
  return content.replace(ESCAPE, (whole, two?: string, four?: string, one?: string) => {
    const hex = two ?? four;
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return NAMED[one ?? ""] ?? whole;
  });
}
