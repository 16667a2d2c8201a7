import type { ErrorType } from "@foundry/core/checks/error-types";
import type { Severity } from "@foundry/core/checks/finding";
import type { CheckedRecord } from "./check-record.ts";

/** Counts what a check of many records found. */
export class CheckSummary {
  private records = 0;
  private valid = 0;
  private strippedCount = 0;
  private readonly severities: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  private readonly errorTypes: Partial<Record<ErrorType, number>> = {};
  private readonly checks = new Map<string, number>();

  add({ isValid, findings, strippedCount }: CheckedRecord): void {
    this.records += 1;
    this.valid += isValid ? 1 : 0;
    this.strippedCount += strippedCount;
    for (const { severity, errorType, check } of findings) {
      this.severities[severity] += 1;
      this.errorTypes[errorType] = (this.errorTypes[errorType] ?? 0) + 1;
      this.checks.set(check, (this.checks.get(check) ?? 0) + 1);
    }
  }

  /** Remarks of severity info do not make a file bad. */
  get hasFindings(): boolean {
    return this.valid < this.records || this.severities.error + this.severities.warning > 0;
  }

  toJson(): object {
    return {
      records: this.records,
      valid: this.valid,
      findings: this.severities,
      error_types: this.errorTypes,
      checks: Object.fromEntries(this.checks),
      provenance_stripped: this.strippedCount,
    };
  }
}
