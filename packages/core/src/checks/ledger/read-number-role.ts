import type { LedgerRole } from "./ledger-entry.ts";
import { isCharacterRange } from "./read-range-end.ts";
import type { TextToken } from "./text-token.ts";
import { wordAt } from "./word-at.ts";

/** "the 3 checks", "given 2 lists": these count what is there already. */
const COUNTING_BEFORE = new Set(
  `the these those given takes take receives accepts merge merges combine combines compare compares
  step rule case version python example both as`.split(/\s+/),
);
const SELECTING_BEFORE = new Set("last first top next every bottom each by to".split(" "));
const RETURN_WORDS = new Set("return returns gives yields plus minus times".split(" "));
const PRECISION_WORDS = new Set("decimal decimals digit digits places".split(" "));

/** What a number that is compared with nothing is there for. Spelled out ("two lists") it mostly counts. */
export function readNumberRole(tokens: readonly TextToken[], index: number): LedgerRole {
  const before = wordAt(tokens, index - 1);
  const after = wordAt(tokens, index + 1);
  const isSelecting = SELECTING_BEFORE.has(before) && before !== "by" && before !== "to";
  if (isSuperlative(after) || PRECISION_WORDS.has(after)) return "value";
  if (isInCode(tokens, index) || isCharacterRange(tokens, index)) return "mention";
  if (tokens[index]?.form !== "word") return COUNTING_BEFORE.has(before) ? "mention" : "value";
  if (isSelecting) return "value";
  if (RETURN_WORDS.has(before) && (after === "" || /^(?:if|when|for|otherwise)$/.test(after))) {
    return "value";
  }
  return before === "by" && isDividing(wordAt(tokens, index - 2)) ? "value" : "mention";
}

function isSuperlative(word: string): boolean {
  return /^(?:most|least|last|first|next|top|\p{L}{3,}est)$/u.test(word);
}

function isDividing(word: string): boolean {
  return /^(?:divisible|divided?|multipl(?:y|ied)|increased?|decreased?|incremented?)$/.test(word);
}

/** `[1, 2]`, `f(3)`, `{1: 2}`: examples of code. */
function isInCode(tokens: readonly TextToken[], index: number): boolean {
  const before = tokens[index - 1]?.value ?? "";
  const after = tokens[index + 1]?.value ?? "";
  if ("[{".includes(before) && before !== "") return true;
  if ("]}".includes(after) && after !== "") return true;
  let depth = 0;
  for (let at = index - 1; at >= Math.max(0, index - 60); at -= 1) {
    const token = tokens[at];
    if (token?.kind !== "symbol") continue;
    if (token.value === "]" || token.value === "}") depth += 1;
    if (token.value === "[" || token.value === "{") {
      if (depth === 0) return true;
      depth -= 1;
    }
    if (token.value === ".") return false;
  }
  return false;
}
