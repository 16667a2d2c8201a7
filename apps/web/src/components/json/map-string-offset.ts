const ESCAPE_LENGTH = 2;
const UNICODE_ESCAPE_LENGTH = 6;

/**
 * Where an offset of a string's text stands in its JSON literal, quotation mark and escapes
 * counted; UTF-16 code units. An offset beyond the text gives the closing quotation mark.
 *
 * @param literal with its quotation marks; one that is being typed may lack the last
 */
export function mapStringOffset(literal: string, offset: number): number {
  const isClosed = literal.length > 1 && literal.endsWith('"');
  const end = isClosed ? literal.length - 1 : literal.length;
  let at = 1;
  for (let passed = 0; passed < offset && at < end; passed += 1) {
    if (literal[at] !== "\\") at += 1;
    else at += literal[at + 1] === "u" ? UNICODE_ESCAPE_LENGTH : ESCAPE_LENGTH;
  }
  return Math.min(at, end);
}
