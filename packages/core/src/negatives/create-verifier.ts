import { checkIr } from "../checks/check-ir.ts";
import type { ErrorType } from "../checks/error-types.ts";
import type { Finding } from "../checks/finding.ts";

/** Tells what the checks see in other IRs of the same prompt that they do not see in a good one. */
export interface Verifier {
  isSchemaValid: boolean;
  /** The good IR has no error and no warning of this type. */
  passes(errorType: ErrorType): boolean;
  /** Findings of the other IR that the good one does not have. */
  listNew(ir: unknown): Finding[];
}

/** Checks the good IR once. Deterministic, never throws. */
export function createVerifier(prompt: string, ir: unknown): Verifier {
  const { findings, isSchemaValid } = checkIr(prompt, JSON.stringify(ir));
  const known = new Set(findings.map(nameFinding));
  return {
    isSchemaValid,
    passes: (errorType) =>
      !findings.some((found) => found.errorType === errorType && found.severity !== "info"),
    listNew: (other) =>
      checkIr(prompt, JSON.stringify(other)).findings.filter(
        (found) => !known.has(nameFinding(found)),
      ),
  };
}

/** Without the path, which moves when a step before it goes away. */
function nameFinding({ check, message }: Finding): string {
  return `${check}: ${message}`;
}
