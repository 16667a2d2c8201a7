import { listGenerationRuns } from "@foundry/core/generation/runs/list-generation-runs";
import { startGenerationRun } from "@foundry/core/generation/runs/start-generation-run";
import { generationRunContracts } from "../../../server/contracts/generation-run-contracts";
import { route } from "../../../server/route";

export const GET = route(generationRunContracts.listGenerationRuns, ({ db, actor, query }) =>
  listGenerationRuns(db, actor, query),
);

export const POST = route(generationRunContracts.startGenerationRun, ({ db, actor, body }) =>
  startGenerationRun(db, actor, body),
);
