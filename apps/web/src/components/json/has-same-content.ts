import { readJsonTokens } from "./read-json-tokens";

/** Whether two JSON texts differ in nothing but white space between their tokens. */
export function hasSameContent(left: string, right: string): boolean {
  return left === right || packTokens(left) === packTokens(right);
}

function packTokens(text: string): string {
  return readJsonTokens(text)
    .filter((token) => token.kind !== "space")
    .map((token) => text.slice(token.start, token.end))
    .join("\n");
}
