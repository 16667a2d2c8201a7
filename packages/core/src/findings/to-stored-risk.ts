import type { Risk } from "../checks/risk/assess-risk.ts";
import { makeStorable } from "../database/make-storable.ts";

const MAX_REASON_LENGTH = 500;

/** A risk as the columns of an IR hold it. */
export function toStoredRisk({ score, reasons }: Risk): Risk {
  return {
    score: toShare(score),
    reasons: reasons.map(({ text, weight }) => ({
      text: makeStorable(text, MAX_REASON_LENGTH),
      weight,
    })),
  };
}

/** What is no number counts as worst: somebody should look at it. */
function toShare(score: number): number {
  return Number.isNaN(score) ? 1 : Math.min(1, Math.max(0, score));
}
