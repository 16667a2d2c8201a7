import type { TextToken } from "./text-token.ts";

const RESULT_WORDS = new Set(
  "return returns returned returning give gives yield yields answer answers becomes become append appends cost costs".split(
    " ",
  ),
);
const CONDITION_WORDS = new Set(
  "if when unless where whose while for who that which with".split(" "),
);

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
    if (RESULT_WORDS.has(token.value)) return true;
    if (CONDITION_WORDS.has(token.value) && !isAfterComma) return false;
  }
  return false;
}

/** "longer by 1 if …" is no result; "…, 1 if …" and "or 1 if …" are. */
function isChoice(tokens: readonly TextToken[], index: number): boolean {
  const before = tokens[index - 1];
  if (tokens[index]?.kind === "text" || before === undefined || before.kind === "symbol")
    return true;
  return before.value === "and" || before.value === "or" || RESULT_WORDS.has(before.value);
}
