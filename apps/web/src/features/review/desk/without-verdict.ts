import type { QueueSummary, Verdict } from "@foundry/core/reviews/review.schema";

const COUNTED = { accept: "accepted", correct: "corrected", reject: "rejected" } as const;

/** The counts after a verdict was taken back, until the next answer of the studio brings its own. */
export function withoutVerdict(summary: QueueSummary, verdict: Verdict): QueueSummary {
  if (verdict === "skip") return summary;
  const state = COUNTED[verdict];
  return {
    ...summary,
    [state]: Math.max(0, summary[state] - 1),
    pending: summary.pending + 1,
    decidedByMe: Math.max(0, summary.decidedByMe - 1),
  };
}
