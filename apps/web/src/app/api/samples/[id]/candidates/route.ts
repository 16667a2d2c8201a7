import { getSampleCandidates } from "@foundry/core/generation/runs/get-sample-candidates";
import { generationRunContracts } from "../../../../../server/contracts/generation-run-contracts";
import { route } from "../../../../../server/route";

export const GET = route(generationRunContracts.getSampleCandidates, ({ db, actor, params }) =>
  getSampleCandidates(db, actor, params.id),
);
