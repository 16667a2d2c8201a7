import { stopTrainingRun } from "@foundry/core/training/stop-training-run";
import { trainingRunContracts } from "../../../../../server/contracts/training-run-contracts";
import { route } from "../../../../../server/route";

export const POST = route(trainingRunContracts.stopTrainingRun, ({ db, actor, params }) =>
  stopTrainingRun(db, actor, params.id),
);
