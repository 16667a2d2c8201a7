import type { AssertionDraft } from "./write-ir.ts";

const SINGLETONS = new Set(["None", "True", "False"]);

/**
 * States what a single case gives, as "some parameter differs from the case, or the result is this".
 *
 * @param facts Python expression and the Python value that it has in this case
 * @param result Python value
 */
export function assertCase(
  facts: Readonly<Record<string, string | number>>,
  result: string | number,
  rationale: string,
): AssertionDraft {
  const differs = Object.entries(facts).map(([expression, value]) =>
    SINGLETONS.has(String(value)) ? `${expression} is not ${value}` : `${expression} != ${value}`,
  );
  const equals = SINGLETONS.has(String(result)) ? `result is ${result}` : `result == ${result}`;
  return [[...differs, equals].join(" or "), rationale];
}
