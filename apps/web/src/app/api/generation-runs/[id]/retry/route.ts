import { retryGenerationItems } from "@foundry/core/generation/runs/retry-generation-items";
import { generationRunContracts } from "../../../../../server/contracts/generation-run-contracts";
import { route } from "../../../../../server/route";

export const POST = route(
  generationRunContracts.retryGenerationItems,
  ({ db, actor, params, body }) => retryGenerationItems(db, actor, params.id, body),
);
