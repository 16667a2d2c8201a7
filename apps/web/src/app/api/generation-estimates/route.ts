import { estimateGeneration } from "@foundry/core/generation/runs/estimate-generation";
import { generationRunContracts } from "../../../server/contracts/generation-run-contracts";
import { route } from "../../../server/route";

export const POST = route(generationRunContracts.estimateGeneration, ({ db, actor, body }) =>
  estimateGeneration(db, actor, body),
);
