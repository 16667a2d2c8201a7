import { getTrainingMetrics } from "@foundry/core/training/get-training-metrics";
import { trainingRunContracts } from "../../../../../server/contracts/training-run-contracts";
import { route } from "../../../../../server/route";

export const GET = route(trainingRunContracts.getTrainingMetrics, ({ db, actor, params }) =>
  getTrainingMetrics(db, actor, params.id),
);
