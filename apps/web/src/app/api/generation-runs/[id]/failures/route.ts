import { countItemFailures } from "@foundry/core/generation/runs/count-item-failures";
import { generationRunContracts } from "../../../../../server/contracts/generation-run-contracts";
import { route } from "../../../../../server/route";

export const GET = route(generationRunContracts.countItemFailures, ({ db, actor, params }) =>
  countItemFailures(db, actor, params.id),
);
