import { type RecordReview, recordReviewSchema } from "@foundry/core/reviews/review.schema";
import { browserMemory } from "./browser-memory";

const keyOf = (userId: string) => `foundry.review.unsent.${userId}`;

/** The one verdict on its way, kept so that a closed or crashed page sends it when it is back. */
export const unsentVerdict = {
  keep: (userId: string, verdict: RecordReview) => browserMemory.write(keyOf(userId), verdict),
  read: (userId: string) => browserMemory.read(keyOf(userId), recordReviewSchema),
  clear: (userId: string) => browserMemory.remove(keyOf(userId)),
};
