import type { ErrorType } from "./error-types.ts";
import type { QuickFix } from "./quick-fix.ts";

export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One thing that a check says about an IR. */
export interface Finding {
  /** Id of the check that says it. */
  check: string;
  errorType: ErrorType;
  severity: Severity;
  /** JSON Pointer into the IR. A missing property is named itself, so it may not exist yet. */
  path: string;
  message: string;
  fix?: QuickFix;
}
