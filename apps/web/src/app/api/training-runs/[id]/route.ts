import { getTrainingRun } from "@foundry/core/training/get-training-run";
import { trainingRunContracts } from "../../../../server/contracts/training-run-contracts";
import { route } from "../../../../server/route";

export const GET = route(trainingRunContracts.getTrainingRun, ({ db, actor, params }) =>
  getTrainingRun(db, actor, params.id),
);
