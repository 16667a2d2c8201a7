import { type JsonToken, readJsonTokens } from "./read-json-tokens";

/** A piece of one line; a string that is followed by a colon is a key. */
export interface JsonPiece {
  kind: JsonToken["kind"] | "key";
  text: string;
}

/** The lines of a JSON text in coloured pieces; any text will do. */
export function splitJsonLines(text: string): JsonPiece[][] {
  const tokens = readJsonTokens(text);
  const lines: JsonPiece[][] = [[]];
  tokens.forEach((token, index) => {
    const kind = isKey(text, tokens, index) ? "key" : token.kind;
    text
      .slice(token.start, token.end)
      .split(/\r\n|\r|\n/)
      .forEach((part, at) => {
        if (at > 0) lines.push([]);
        if (part !== "") lines.at(-1)?.push({ kind, text: part });
      });
  });
  return lines;
}

function isKey(text: string, tokens: readonly JsonToken[], index: number): boolean {
  if (tokens[index]?.kind !== "string") return false;
  const after = tokens[index + 1]?.kind === "space" ? tokens[index + 2] : tokens[index + 1];
  return after !== undefined && text[after.start] === ":";
}
