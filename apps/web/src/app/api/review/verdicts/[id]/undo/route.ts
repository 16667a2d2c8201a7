import { undoReview } from "@foundry/core/reviews/undo-review";
import { reviewContracts } from "../../../../../../server/contracts/review-contracts";
import { route } from "../../../../../../server/route";

export const POST = route(reviewContracts.undoReview, ({ db, actor, params }) =>
  undoReview(db, actor, params.id),
);
