import { recordReview } from "@foundry/core/reviews/record-review";
import { reviewContracts } from "../../../../server/contracts/review-contracts";
import { route } from "../../../../server/route";

export const POST = route(reviewContracts.recordReview, ({ db, actor, body }) =>
  recordReview(db, actor, body),
);
