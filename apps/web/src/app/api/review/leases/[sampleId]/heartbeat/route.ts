import { heartbeatLease } from "@foundry/core/reviews/heartbeat-lease";
import { reviewContracts } from "../../../../../../server/contracts/review-contracts";
import { route } from "../../../../../../server/route";

export const POST = route(reviewContracts.heartbeatLease, ({ db, actor, params, body }) =>
  heartbeatLease(db, actor, { ...params, ...body }),
);
