import type { Observation } from "../check.ts";
import type { LinkedLiteral } from "../ledger/link-literals.ts";
import { spellLiteral } from "../ledger/spell-literal.ts";

/** Code says these in many ways that name no number: `not items`, "the next", "twice". */
const SMALL_NUMBERS = new Set([0, 1, 2, 100]);

/** What to say of a literal of the prompt that has no place in the IR; null when that is no matter. */
export function judgeMissing({ literal, status, exact, bare }: LinkedLiteral): Observation | null {
  if (literal.role === "mention") return null;
  if (status !== "missing" && !(literal.isResult && isOnlyInComments(exact, bare))) return null;
  const value = spellLiteral(literal);
  const severity = rate({ literal });
  if (severity === null) return null;
  const place = literal.role === "threshold" ? "compares with it" : "has it";
  const marked = literal.isResult ? `return LITERAL ${value}` : `\`${value}\``;
  return {
    severity,
    path: "/effects",
    message: `the prompt has \`${value}\`, but no effect ${place}; add the step with ${literal.isResult ? `\`${marked}\`` : marked}`,
  };
}

function isOnlyInComments(exact: LinkedLiteral["exact"], bare: LinkedLiteral["bare"]): boolean {
  const isInBehaviour = exact.some(({ source }) => source.area !== "comment");
  return !isInBehaviour && !bare.some(({ path }) => path.startsWith("/effects/"));
}

function rate({ literal }: Pick<LinkedLiteral, "literal">): Observation["severity"] | null {
  switch (literal.kind) {
    case "text":
      if (literal.value.trim().length < 2) return literal.isResult ? "warning" : "info";
      return literal.isResult ? "error" : "warning";
    case "constant":
      // "Return True if …" is often written as "return whether …".
      return literal.value === "None" && literal.isResult ? "warning" : null;
    case "number":
      if (literal.isResult) return "warning";
      return SMALL_NUMBERS.has(literal.number) ? "info" : "warning";
    default:
      return null;
  }
}
