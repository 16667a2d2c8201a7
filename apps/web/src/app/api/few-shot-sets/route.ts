import { listFewShotSets } from "@foundry/core/generation/few-shots/list-few-shot-sets";
import { saveFewShotSet } from "@foundry/core/generation/few-shots/save-few-shot-set";
import { fewShotContracts } from "../../../server/contracts/few-shot-contracts";
import { route } from "../../../server/route";

export const GET = route(fewShotContracts.listFewShotSets, ({ db, actor }) =>
  listFewShotSets(db, actor),
);

export const POST = route(fewShotContracts.saveFewShotSet, ({ db, actor, body }) =>
  saveFewShotSet(db, actor, body),
);
