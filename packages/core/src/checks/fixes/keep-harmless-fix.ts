import type { CheckSubject } from "../check-subject.ts";
import type { QuickFix } from "../quick-fix.ts";
import { isHarmless } from "./is-harmless.ts";

/** Runs the predicates, so only so many fixes of one IR are tried. */
const MAX_TEXTS = 200;

/**
 * The fix as it is when its new texts of effects and predicates bring no contradiction; otherwise
 * nothing, so that a finding comes without a fix rather than with a bad one.
 *
 * @param fix steps that replace descriptions of effects and predicates
 */
export function keepHarmlessFix(
  subject: CheckSubject,
  fix: QuickFix | null,
): { fix: QuickFix } | Record<string, never> {
  if (fix === null) return {};
  const { ir } = subject;
  if (ir.effects.length + ir.assertions.length > MAX_TEXTS) return { fix };
  const texts = new Map<string, string>();
  for (const step of fix.patch) {
    if (step.op === "replace" && typeof step.value === "string") texts.set(step.path, step.value);
  }
  const effects = ir.effects.map((effect, index) => {
    const description = texts.get(`/effects/${index}/description`);
    return description === undefined ? effect : { ...effect, description };
  });
  const assertions = ir.assertions.map((assertion, index) => {
    const predicate = texts.get(`/assertions/${index}/predicate`);
    return predicate === undefined ? assertion : { ...assertion, predicate };
  });
  return isHarmless(subject, { effects, assertions }) ? { fix } : {};
}
