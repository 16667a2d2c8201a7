import { resumeGenerationRun } from "@foundry/core/generation/runs/resume-generation-run";
import { generationRunContracts } from "../../../../../server/contracts/generation-run-contracts";
import { route } from "../../../../../server/route";

export const POST = route(
  generationRunContracts.resumeGenerationRun,
  ({ db, actor, params, body }) => resumeGenerationRun(db, actor, params.id, body),
);
