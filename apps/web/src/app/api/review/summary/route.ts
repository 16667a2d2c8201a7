import { summariseQueue } from "@foundry/core/reviews/summarise-queue";
import { reviewContracts } from "../../../../server/contracts/review-contracts";
import { route } from "../../../../server/route";

export const GET = route(reviewContracts.getQueueSummary, ({ db, actor }) =>
  summariseQueue(db, actor),
);
