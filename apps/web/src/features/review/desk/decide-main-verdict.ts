import type { IrReading } from "@foundry/core/ir/read-ir";

export interface MainVerdict {
  verdict: "accept" | "correct";
  /** Why it cannot be given now, for the reviewer; null when it can. */
  obstacle: string | null;
}

/** The verdict of the main button: a changed IR can only be saved as a correction. */
export function decideMainVerdict(
  isChanged: boolean,
  reading: Pick<IrReading, "isSchemaValid" | "findings">,
): MainVerdict {
  const verdict = isChanged ? "correct" : "accept";
  if (reading.isSchemaValid) return { verdict, obstacle: null };
  const errorCount = reading.findings.filter(
    ({ severity, errorType }) => severity === "error" && errorType === "schema_invalid",
  ).length;
  const errors = errorCount === 1 ? "1 error" : `${errorCount || "some"} errors`;
  const advice = isChanged
    ? "Fix the rest, or reject the sample."
    : "Edit it, or reject the sample.";
  return { verdict, obstacle: `The IR does not fit the schema: ${errors}. ${advice}` };
}
