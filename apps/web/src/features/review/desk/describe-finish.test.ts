import type { QueueSummary } from "@foundry/core/reviews/review.schema";
import { expect, it } from "vitest";
import { describeFinish } from "./describe-finish";

const empty: QueueSummary = {
  total: 0,
  pending: 0,
  available: 0,
  leasedByMe: 0,
  leasedByOthers: 0,
  skippedByMe: 0,
  accepted: 0,
  corrected: 0,
  rejected: 0,
  decidedByMe: 0,
};

it.each<[Partial<QueueSummary>, string, RegExp]>([
  [{}, "empty", /Nothing to review yet/],
  [{ total: 3, accepted: 3 }, "done", /All samples are decided/],
  [
    { total: 3, pending: 1, leasedByOthers: 1 },
    "waiting",
    /The last free sample is with other reviewers/,
  ],
  [
    { total: 3, pending: 2, leasedByOthers: 2 },
    "waiting",
    /The last 2 free samples are with other reviewers/,
  ],
  [{ total: 3, pending: 2, leasedByOthers: 1, skippedByMe: 1 }, "waiting", /You skipped 1 sample/],
  [{ total: 3, pending: 2, skippedByMe: 2 }, "skipped", /Only what you skipped is left: 2 samples/],
])("%j: %s", (changes, kind, words) => {
  const finish = describeFinish({ ...empty, ...changes });
  expect(finish.kind).toBe(kind);
  expect(`${finish.title} ${finish.text}`).toMatch(words);
});
