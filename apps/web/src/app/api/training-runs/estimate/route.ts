import { estimateTrainingRun } from "@foundry/core/training/estimate-training-run";
import { trainingRunContracts } from "../../../../server/contracts/training-run-contracts";
import { route } from "../../../../server/route";

export const POST = route(trainingRunContracts.estimateTrainingRun, ({ db, actor, body }) =>
  estimateTrainingRun(db, actor, body),
);
