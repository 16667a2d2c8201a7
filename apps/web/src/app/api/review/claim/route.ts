import { claimSample } from "@foundry/core/reviews/claim-sample";
import { summariseQueue } from "@foundry/core/reviews/summarise-queue";
import { reviewContracts } from "../../../../server/contracts/review-contracts";
import { route } from "../../../../server/route";

export const POST = route(reviewContracts.claimSample, async ({ db, actor, body }) => ({
  sample: await claimSample(db, actor, body),
  summary: await summariseQueue(db, actor),
}));
