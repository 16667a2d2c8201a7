import { getGenerationRun } from "@foundry/core/generation/runs/get-generation-run";
import { generationRunContracts } from "../../../../server/contracts/generation-run-contracts";
import { route } from "../../../../server/route";

export const GET = route(generationRunContracts.getGenerationRun, ({ db, actor, params }) =>
  getGenerationRun(db, actor, params.id),
);
