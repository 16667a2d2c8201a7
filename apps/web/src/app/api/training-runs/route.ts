import { listTrainingRuns } from "@foundry/core/training/list-training-runs";
import { startTrainingRun } from "@foundry/core/training/start-training-run";
import { trainingRunContracts } from "../../../server/contracts/training-run-contracts";
import { route } from "../../../server/route";

export const GET = route(trainingRunContracts.listTrainingRuns, ({ db, actor, query }) =>
  listTrainingRuns(db, actor, query),
);

export const POST = route(trainingRunContracts.startTrainingRun, ({ db, actor, body }) =>
  startTrainingRun(db, actor, body),
);
