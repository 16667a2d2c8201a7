import type { ErrorType } from "../checks/error-types.ts";
import { SEVERITIES } from "../checks/finding.ts";
import { identifyIr } from "../ir/identify-ir.ts";
import { createVerifier } from "./create-verifier.ts";

/** What a person corrected, as a pair of a bad and a good IR. */
export interface CorrectionNegative {
  /** Of the gravest thing that the checks find in the IR before and not after; null for none. */
  errorType: ErrorType | null;
}

/**
 * Reads a correction as a natural negative: the IR before it is bad, the one after it good.
 *
 * @param before what the person was shown; `after` is what the person made of it
 * @returns null when both say the same, or the IR after does not fit the schema, so that there is
 * nothing to prefer
 */
export function readCorrection(
  prompt: string,
  before: unknown,
  after: unknown,
): CorrectionNegative | null {
  if (identifyIr(before) === identifyIr(after)) return null;
  const verifier = createVerifier(prompt, after);
  if (!verifier.isSchemaValid) return null;
  const [gravest] = verifier
    .listNew(before)
    .toSorted(
      (left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity),
    );
  return { errorType: gravest?.errorType ?? null };
}
