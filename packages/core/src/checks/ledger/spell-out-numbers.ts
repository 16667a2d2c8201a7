import { MULTIPLIER_WORDS, NUMBER_WORDS, WORDS_BEFORE_ONE } from "./number-words.ts";
import { makeToken, type TextToken } from "./text-token.ts";

/** Turns number words into numbers: `twenty-one`, `two hundred`, `a dozen`, `minus one`. */
export function spellOutNumbers(tokens: TextToken[]): TextToken[] {
  if (!tokens.some(isNumberWord)) return tokens;
  const result: TextToken[] = [];
  for (let index = 0; index < tokens.length;) {
    const { token, count } = readAt(tokens, index, result.at(-1));
    if (token.form === "word" && isMinus(result.at(-1))) result.pop();
    result.push(token);
    index += count;
  }
  return result;
}

/** No number word is shorter than "one" or longer than "seventeen". */
function isNumberWord({ kind, value }: TextToken): boolean {
  return kind === "word" && value.length > 2 && value.length < 10 && NUMBER_WORDS.has(value);
}

function isMinus(token: TextToken | undefined): boolean {
  return token?.kind === "word" && token.value === "minus";
}

function readAt(
  tokens: TextToken[],
  index: number,
  before: TextToken | undefined,
): { token: TextToken; count: number } {
  const first = tokens[index] as TextToken;
  const value = first.kind === "word" ? NUMBER_WORDS.get(first.value) : undefined;
  if (value === undefined) return { token: first, count: 1 };
  const { number, count } = combine(tokens, index, value);
  if (count === 1 && first.value === "one" && !isCountingOne(tokens, index)) {
    return { token: first, count: 1 };
  }
  const last = tokens[index + count - 1] ?? first;
  const signed = isMinus(before) ? -number : number;
  const start = isMinus(before) ? (before?.start ?? first.start) : first.start;
  return { token: makeToken("number", start, last.end, String(signed), signed, "word"), count };
}

function combine(tokens: TextToken[], index: number, value: number) {
  const next = tokens[index + 1];
  const afterHyphen = next?.value === "-" ? tokens[index + 2] : undefined;
  const unit = afterHyphen === undefined ? undefined : NUMBER_WORDS.get(afterHyphen.value);
  if (value >= 20 && value < 100 && unit !== undefined && unit > 0 && unit < 10) {
    return { number: value + unit, count: 3 };
  }
  if (next?.kind === "word" && MULTIPLIER_WORDS.has(next.value) && value < 100 && value > 0) {
    return { number: value * (NUMBER_WORDS.get(next.value) ?? 1), count: 2 };
  }
  return { number: value, count: 1 };
}

function isCountingOne(tokens: TextToken[], index: number): boolean {
  const before = tokens[index - 1];
  if (before?.kind !== "word" || !WORDS_BEFORE_ONE.has(before.value)) return false;
  return tokens[index + 1]?.value !== "of";
}
