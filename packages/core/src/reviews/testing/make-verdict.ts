import { randomUUID } from "node:crypto";
import type { LeasedSample, RecordReview, Verdict } from "../review.schema.ts";

/** The request that the desk sends for a leased sample, with a fresh review id. */
export function makeVerdict(
  sample: Pick<LeasedSample, "sampleId" | "leaseToken" | "ir">,
  verdict: Verdict,
  options: { id?: string; note?: string | null; checklist?: boolean[]; irRaw?: string } = {},
): RecordReview {
  const base = {
    id: options.id ?? randomUUID(),
    sampleId: sample.sampleId,
    leaseToken: sample.leaseToken,
    baseIrId: sample.ir.id,
    checklist: options.checklist ?? [true, true, false, true],
    note: options.note ?? null,
  };
  switch (verdict) {
    case "accept":
      return { ...base, verdict };
    case "correct":
      return { ...base, verdict, irRaw: options.irRaw ?? correct(sample.ir.raw) };
    case "reject":
      return { ...base, verdict, reasons: ["wrong_literal"] };
    case "skip":
      return { ...base, verdict, reasons: ["unsure"] };
  }
}

/** Another valid text each time: a sample may be corrected, reopened and corrected again. */
function correct(raw: string): string {
  const ir = JSON.parse(raw) as { intent: object };
  return JSON.stringify({
    ...ir,
    intent: { ...ir.intent, rationale: `corrected ${randomUUID()}` },
  });
}
