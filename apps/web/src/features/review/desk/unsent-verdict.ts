import { type RecordReview, recordReviewSchema } from "@foundry/core/reviews/review.schema";
import { forget, recall, remember } from "./browser-memory";

const keyOf = (userId: string) => `foundry.review.unsent.${userId}`;

/** The one verdict on its way, kept so that a closed or crashed page sends it when it is back. */
export const unsentVerdict = {
  keep: (userId: string, verdict: RecordReview) => remember(keyOf(userId), verdict),
  read: (userId: string) => recall(keyOf(userId), recordReviewSchema),
  clear: (userId: string) => forget(keyOf(userId)),
};
