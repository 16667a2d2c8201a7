import { resumeTrainingRun } from "@foundry/core/training/resume-training-run";
import { trainingRunContracts } from "../../../../../server/contracts/training-run-contracts";
import { route } from "../../../../../server/route";

export const POST = route(trainingRunContracts.resumeTrainingRun, ({ db, actor, params }) =>
  resumeTrainingRun(db, actor, params.id),
);
