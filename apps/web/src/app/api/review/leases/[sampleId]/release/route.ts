import { releaseLease } from "@foundry/core/reviews/release-lease";
import { reviewContracts } from "../../../../../../server/contracts/review-contracts";
import { route } from "../../../../../../server/route";

export const POST = route(reviewContracts.releaseLease, ({ db, actor, params, body }) =>
  releaseLease(db, actor, { ...params, ...body }),
);
