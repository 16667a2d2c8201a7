import type { QueueSummary } from "@foundry/core/reviews/review.schema";
import { countOf } from "../../../components/format/format-count";

export interface Finish {
  /** `empty`: nothing was imported; `waiting`: others have the rest; `skipped`: only this reviewer's skips are left. */
  kind: "empty" | "done" | "waiting" | "skipped";
  title: string;
  text: string;
}

/** Why there is no sample to review, in words that tell "all done" from "not now". */
export function describeFinish(summary: QueueSummary): Finish {
  const { total, pending, leasedByOthers, skippedByMe } = summary;
  if (total === 0) {
    return {
      kind: "empty",
      title: "Nothing to review yet",
      text: "Samples appear here once a file with prompts and IRs is imported.",
    };
  }
  if (pending === 0) {
    return {
      kind: "done",
      title: "All samples are decided",
      text: `${countOf(total, "sample")} went through review. Thank you.`,
    };
  }
  const skipped = skippedByMe === 0 ? "" : ` You skipped ${countOf(skippedByMe, "sample")}.`;
  if (leasedByOthers > 0) {
    const holders =
      leasedByOthers === 1
        ? "The last free sample is"
        : `The last ${leasedByOthers} free samples are`;
    return {
      kind: "waiting",
      title: `${holders} with other reviewers`,
      text: `If one comes back, it opens here by itself.${skipped}`,
    };
  }
  return {
    kind: "skipped",
    title: `Only what you skipped is left: ${countOf(skippedByMe, "sample")}`,
    text: "Other reviewers are offered these first. You can look at them again now.",
  };
}
