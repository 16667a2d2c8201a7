import { archiveFewShotSet } from "@foundry/core/generation/few-shots/archive-few-shot-set";
import { getFewShotSet } from "@foundry/core/generation/few-shots/get-few-shot-set";
import { fewShotContracts } from "../../../../server/contracts/few-shot-contracts";
import { route } from "../../../../server/route";

export const GET = route(fewShotContracts.getFewShotSet, ({ db, actor, params }) =>
  getFewShotSet(db, actor, params.id),
);

export const DELETE = route(fewShotContracts.archiveFewShotSet, ({ db, actor, params }) =>
  archiveFewShotSet(db, actor, params.id),
);
