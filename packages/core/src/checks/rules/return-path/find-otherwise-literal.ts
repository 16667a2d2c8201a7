import type { CheckSubject } from "../../check-subject.ts";
import type { EffectBranch } from "../../effects/read-effect.ts";
import { writeExpression } from "../../python/write-expression.ts";
import { parseExpression } from "../../python/parse-expression.ts";
import { fitsTypes } from "../../python/fits-types.ts";
import { listHintTypes } from "../../python/list-hint-types.ts";
import { readValueType } from "../../python/read-value-type.ts";

const VALUE = String.raw`('[^'\n]*'|"[^"\n]*"|-?\d+(?:\.\d+)?|None|True|False|\[\]|\{\})`;
const OTHERWISE = String.raw`(?:otherwise|if there is none|if there are none|if none|if not found|for (?:any|every)thing else|for all (?:the )?(?:others?|other \w+|rest)|for any other \w+|in all other cases|in any other case)`;
const AFTER = new RegExp(String.raw`${VALUE}\s+${OTHERWISE}\b`, "i");
const BEFORE = new RegExp(
  String.raw`\b(?:otherwise|anything else|everything else|any other \w+)\s+(?:it\s+)?(?:returns?|gives?|is|yields?)?\s*${VALUE}(?=[\s.,;]|$)`,
  "i",
);

/** The literal that the prompt gives for the remaining case, as Python, unless a branch returns it. */
export function findOtherwiseLiteral(
  { prompt, ir }: CheckSubject,
  returning: readonly EffectBranch[],
): string | null {
  if (prompt === null) return null;
  const source = AFTER.exec(prompt)?.[1] ?? BEFORE.exec(prompt)?.[1];
  const parsed = source === undefined ? null : parseExpression(source);
  if (source === undefined || parsed?.ok !== true) return null;
  if (!fitsTypes(readValueType(parsed.expression), listHintTypes(ir.signature.returns)))
    return null;
  const written = writeExpression(parsed.expression);
  const isReturned = returning.some(
    ({ result }) => result?.expression != null && writeExpression(result.expression) === written,
  );
  return isReturned ? null : source;
}
