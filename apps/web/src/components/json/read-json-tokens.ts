export interface JsonToken {
  kind: "space" | "punctuation" | "string" | "number" | "word" | "other";
  /** Offsets in UTF-16 code units. */
  start: number;
  end: number;
}

const TOKEN =
  /(?<space>[ \t\r\n]+)|(?<punctuation>[{}[\]:,])|(?<string>"(?:[^"\\\r\n]|\\.)*"?)|(?<number>-?[0-9][0-9.eE+-]*)|(?<word>[A-Za-z_]+)|(?<other>[^])/gy;

const KINDS = ["space", "punctuation", "string", "number", "word"] as const;

/** The tokens of any text, whole: what is no JSON comes as `other`, so nothing is ever lost. */
export function readJsonTokens(text: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    const kind = KINDS.find((name) => groups[name] !== undefined) ?? "other";
    tokens.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}
