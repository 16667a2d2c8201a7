import { getTrainingLog } from "@foundry/core/training/get-training-log";
import { trainingRunContracts } from "../../../../../server/contracts/training-run-contracts";
import { route } from "../../../../../server/route";

export const GET = route(trainingRunContracts.getTrainingLog, ({ db, actor, params, query }) =>
  getTrainingLog(db, actor, params.id, query),
);
