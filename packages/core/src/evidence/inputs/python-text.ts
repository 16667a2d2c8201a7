const ESCAPES: Record<string, string> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  "'": "\\'",
};

/** A Python string literal that has this value; printable characters stay as they are. */
export function toPythonText(value: string): string {
  let text = "";
  for (const character of value) text += ESCAPES[character] ?? escapeUnprintable(character);
  return `'${text}'`;
}

function escapeUnprintable(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const isPrintable = code >= 0x20 && code !== 0x7f && !(code >= 0xd800 && code <= 0xdfff);
  return isPrintable ? character : `\\u${code.toString(16).padStart(4, "0")}`;
}
