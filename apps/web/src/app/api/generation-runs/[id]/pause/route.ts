import { pauseGenerationRun } from "@foundry/core/generation/runs/pause-generation-run";
import { generationRunContracts } from "../../../../../server/contracts/generation-run-contracts";
import { route } from "../../../../../server/route";

export const POST = route(generationRunContracts.pauseGenerationRun, ({ db, actor, params }) =>
  pauseGenerationRun(db, actor, params.id),
);
