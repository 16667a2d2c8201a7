import type { JsonStyle } from "./write-json";

const COLON = /^[^"]*"(?:[^"\\]|\\.)*"\s*:( ?)/;
const COMMA = /[\]}"0-9a-z],( ?)"/;
const FIRST_INDENT = /^\s*[{[]\s*\n([ \t]+)/;

/** How the writer of this JSON text used white space, read off its first few tokens. */
export function detectJsonStyle(text: string): JsonStyle {
  const colon = COLON.exec(text)?.[1] === "" ? ":" : ": ";
  if (text.trim().includes("\n")) {
    return {
      indent: FIRST_INDENT.exec(text)?.[1] ?? "  ",
      colon: ": ",
      comma: ",",
      inlineWidth: 0,
    };
  }
  return { indent: null, colon, comma: COMMA.exec(text)?.[1] === "" ? "," : ", ", inlineWidth: 0 };
}
