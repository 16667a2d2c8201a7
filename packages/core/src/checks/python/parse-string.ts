import { decodeString } from "./decode-string.ts";
import { parseFormatFields } from "./parse-format-fields.ts";
import type { PythonExpression } from "./python-expression.ts";
import type { PythonParser } from "./python-parser.ts";

interface Piece {
  value: string;
  isBytes: boolean;
  isFormatted: boolean;
  fields: PythonExpression[];
}

/** One string, or several in a row, which Python joins. */
export function parseString(parser: PythonParser): PythonExpression {
  const { start } = parser.scanner;
  const pieces: Piece[] = [];
  while (parser.scanner.kind === "string") pieces.push(parsePiece(parser));
  const isBytes = pieces.some((piece) => piece.isBytes);
  if (isBytes && pieces.some((piece) => !piece.isBytes)) parser.fail("is text joined with bytes");
  return parser.finish(start, {
    kind: "string",
    value: pieces.map(({ value }) => value).join(""),
    isBytes,
    isFormatted: pieces.some(({ isFormatted }) => isFormatted),
    fields: pieces.flatMap(({ fields }) => fields),
  });
}

function parsePiece(parser: PythonParser): Piece {
  const { source, scanner } = parser;
  const { start, end } = scanner;
  const quote = "'\"".includes(source.charAt(start)) ? start : findQuote(source, start);
  const prefix = source.slice(start, quote).toLowerCase();
  const width =
    source.startsWith(source.charAt(quote).repeat(3), quote) && end - quote >= 6 ? 3 : 1;
  const text = source.slice(quote + width, end - width);
  const isBytes = prefix.includes("b");
  const isFormatted = prefix.includes("f");
  const value = prefix.includes("r") || isFormatted ? text : decodeString(text, isBytes);
  if (value === null || (isBytes && !isAscii(text))) parser.fail("has a malformed string at");
  const fields = isFormatted ? parseFormatFields(parser, quote + width, end - width) : [];
  scanner.advance();
  return { value: value ?? text, isBytes, isFormatted, fields };
}

function findQuote(source: string, start: number): number {
  let at = start;
  while (!"'\"".includes(source.charAt(at))) at += 1;
  return at;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
