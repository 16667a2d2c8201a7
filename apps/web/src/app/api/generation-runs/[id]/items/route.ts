import { listGenerationItems } from "@foundry/core/generation/runs/list-generation-items";
import { generationRunContracts } from "../../../../../server/contracts/generation-run-contracts";
import { route } from "../../../../../server/route";

export const GET = route(
  generationRunContracts.listGenerationItems,
  ({ db, actor, params, query }) => listGenerationItems(db, actor, params.id, query),
);
