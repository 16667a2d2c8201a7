import { diffLines } from "../../components/text/diff-lines";

/** A stretch of a text; together they are the text. */
interface MarkedStretch {
  words: string;
  isDifferent: boolean;
}

/** A word or a single mark, with the white space after it. */
const TOKEN = /(?:[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_])\s*|^\s+/gu;

/** Which words of a text are not in another one, or not in this order. */
export function markDifferences(text: string, other: string): MarkedStretch[] {
  const tokens = text.match(TOKEN) ?? [];
  const kinds = diffLines(asLines(tokens), asLines(other.match(TOKEN) ?? []))
    .map(({ kind }) => kind)
    .filter((kind) => kind !== "added");
  const stretches: MarkedStretch[] = [];
  for (const [index, words] of tokens.entries()) {
    const isDifferent = kinds[index] === "removed";
    const last = stretches.at(-1);
    if (last?.isDifferent === isDifferent) last.words += words;
    else stretches.push({ words, isDifferent });
  }
  return stretches;
}

function asLines(tokens: readonly string[]): string {
  return tokens.map((token) => token.trim()).join("\n");
}
