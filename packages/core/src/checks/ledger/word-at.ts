import type { TextToken } from "./text-token.ts";

/** The word at an index, in lower case; empty when there is none or something else stands there. */
export function wordAt(tokens: readonly TextToken[], index: number): string {
  const token = tokens[index];
  return token?.kind === "word" ? token.value : "";
}
