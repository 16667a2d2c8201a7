import type { ErrorType } from "../error-types.ts";
import type { Finding, Severity } from "../finding.ts";

/** Log-odds that one finding adds: with one error a person most likely changes the IR. */
const BY_SEVERITY: Readonly<Record<Severity, number>> = { error: 3, warning: 1.1, info: 0.2 };

/** Factors for types whose findings lead to a change more or less often than the severity says. */
const BY_TYPE: Readonly<Partial<Record<ErrorType, Partial<Record<Severity, number>>>>> = {
  schema_invalid: { error: 1.5, warning: 0.8 },
  wrong_literal: { error: 1.15 },
  wrong_threshold: { error: 1.15 },
  unresolved_hole: { error: 1.3, warning: 1.3 },
  // Prose is legal; most reviewers leave a good sentence.
  prose_predicate: { warning: 0.5 },
  // Most edges that nobody mentions are fine by the wording of the prompt.
  missing_edge_case: { info: 0.7 },
};

/** Log-odds that a finding adds to "a person would change this"; never below zero. */
export function weighFinding({ severity, errorType }: Finding): number {
  return BY_SEVERITY[severity] * (BY_TYPE[errorType]?.[severity] ?? 1);
}
