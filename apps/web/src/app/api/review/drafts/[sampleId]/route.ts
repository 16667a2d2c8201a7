import { discardDraft } from "@foundry/core/reviews/discard-draft";
import { saveDraft } from "@foundry/core/reviews/save-draft";
import { reviewContracts } from "../../../../../server/contracts/review-contracts";
import { route } from "../../../../../server/route";

export const PUT = route(reviewContracts.saveDraft, ({ db, actor, params, body }) =>
  saveDraft(db, actor, params.sampleId, body),
);

export const DELETE = route(reviewContracts.discardDraft, ({ db, actor, params }) =>
  discardDraft(db, actor, params.sampleId),
);
