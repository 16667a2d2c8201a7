import { cancelGenerationRun } from "@foundry/core/generation/runs/cancel-generation-run";
import { generationRunContracts } from "../../../../../server/contracts/generation-run-contracts";
import { route } from "../../../../../server/route";

export const POST = route(generationRunContracts.cancelGenerationRun, ({ db, actor, params }) =>
  cancelGenerationRun(db, actor, params.id),
);
