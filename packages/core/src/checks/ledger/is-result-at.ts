import type { TextToken } from "./text-token.ts";

const RESULT_WORDS = new Set(
  "return returns returned returning give gives yield yields answer answers becomes become append appends cost costs".split(
    " ",
  ),
);
const CONDITION_WORDS = new Set(
  "if when unless where whose while for who that which with".split(" "),
);

/** "the result is 'a'", "with more than 2 it is 10". */
const SUBJECT_WORDS = new Set("result answer it outcome".split(" "));

/** "'a' for True", "5 when it is express", "and 'c' otherwise". */
const CASE_WORDS = new Set("for if when otherwise unless".split(" "));

/**
 * Whether the literal at `index` is asked for as a result: "return 'a'", "return 'a' if …, 'b' if …,
 * and 'c' otherwise". What stands in a condition is none.
 */
export function isResultAt(tokens: readonly TextToken[], index: number): boolean {
  const next = tokens[index + 1];
  if (next?.kind === "word" && CASE_WORDS.has(next.value) && isChoice(tokens, index)) return true;
  let isAfterComma = false;
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (token.kind === "symbol") {
      if (token.value === ".") return false;
      if (token.value === "," || token.value === ";" || token.value === ":") isAfterComma = true;
    }
    if (token.kind !== "word") continue;
    if (RESULT_WORDS.has(token.value) || isResultSubject(tokens, at)) return true;
    if (CONDITION_WORDS.has(token.value) && !isAfterComma) return false;
  }
  return false;
}

/** "the result is", while "if it is" is a condition. */
function isResultSubject(tokens: readonly TextToken[], index: number): boolean {
  if (tokens[index]?.value !== "is" || !SUBJECT_WORDS.has(tokens[index - 1]?.value ?? "")) {
    return false;
  }
  const before = [tokens[index - 2]?.value ?? "", tokens[index - 3]?.value ?? ""];
  return !before.some((word) => CONDITION_WORDS.has(word) && word !== "with");
}

/** "longer by 1 if …" is no result; "…, 1 if …" and "or 1 if …" are. */
function isChoice(tokens: readonly TextToken[], index: number): boolean {
  const before = tokens[index - 1];
  if (tokens[index]?.kind === "text" || before === undefined || before.kind === "symbol")
    return true;
  return before.value === "and" || before.value === "or" || RESULT_WORDS.has(before.value);
}
