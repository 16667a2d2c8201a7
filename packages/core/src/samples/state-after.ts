import type { Verdict } from "../reviews/review.schema.ts";
import type { SampleState } from "./sample-state.ts";

const STATE_AFTER = {
  accept: "accepted",
  correct: "corrected",
  reject: "rejected",
  skip: "pending",
} as const satisfies Record<Verdict, SampleState>;

/** Where a verdict takes a pending sample. A decided one takes no verdict until it is undone. */
export function stateAfter(verdict: Verdict): SampleState {
  return STATE_AFTER[verdict];
}
