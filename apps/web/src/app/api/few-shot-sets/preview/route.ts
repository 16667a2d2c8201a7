import { previewFewShotSet } from "@foundry/core/generation/few-shots/preview-few-shot-set";
import { fewShotContracts } from "../../../../server/contracts/few-shot-contracts";
import { route } from "../../../../server/route";

export const POST = route(fewShotContracts.previewFewShotSet, ({ db, actor, body }) =>
  previewFewShotSet(db, actor, body),
);
