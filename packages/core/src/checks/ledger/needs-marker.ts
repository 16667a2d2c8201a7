import type { PromptLiteral } from "./prompt-literal.ts";
import type { IrLiteral } from "./read-ir-literals.ts";
import type { TextToken } from "./text-token.ts";
import { wordAt } from "./word-at.ts";

const RETURN_WORDS = new Set("return returns returning give gives append appends yield".split(" "));
/** What may stand between "return" and the value: "return the string 'a'". */
const BETWEEN_WORDS = new Set(
  "the a an string text word value literal constant exactly".split(" "),
);

/** A number before another word counts things: "return 17 characters". */
const CLAUSE_WORDS = new Set("if when unless otherwise for and or because immediately".split(" "));

/** Whether a value that the prompt asks for is returned somewhere, and nowhere marked LITERAL. */
export function needsMarker(literal: PromptLiteral, inEffects: readonly IrLiteral[]): boolean {
  if (literal.role !== "value" || inEffects.some(({ isMarked }) => isMarked)) return false;
  return inEffects.some(isReturnedAt);
}

/** Whether a literal of an effect is the whole value that is returned there. */
export function isReturnedAt({ source, at, kind, isImplied }: IrLiteral): boolean {
  if (isImplied) return false;
  const after = source.tokens[at + 1];
  const isBeforeWord =
    after?.kind === "word" && (kind !== "number" || CLAUSE_WORDS.has(after.value));
  if (after !== undefined && !isBeforeWord && !",;.)".includes(after.value)) return false;
  let back = at - 1;
  while (BETWEEN_WORDS.has(wordAt(source.tokens, back))) back -= 1;
  const verb = wordAt(source.tokens, back);
  if (verb.startsWith("give") && isLiteralToken(source.tokens[back - 1])) return false;
  return RETURN_WORDS.has(verb);
}

/** "'ab' gives 'AB'" is an example. */
function isLiteralToken(token: TextToken | undefined): boolean {
  return token?.kind === "text" || token?.kind === "number";
}
