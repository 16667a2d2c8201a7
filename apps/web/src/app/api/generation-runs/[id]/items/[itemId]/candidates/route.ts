import { getItemCandidates } from "@foundry/core/generation/runs/get-item-candidates";
import { generationRunContracts } from "../../../../../../../server/contracts/generation-run-contracts";
import { route } from "../../../../../../../server/route";

export const GET = route(generationRunContracts.getItemCandidates, ({ db, actor, params }) =>
  getItemCandidates(db, actor, params.id, params.itemId),
);
