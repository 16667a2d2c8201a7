import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { findDataset } from "../datasets/find-dataset.ts";
import { estimateRun } from "./estimate-run.ts";
import { listConfigWarnings } from "./list-config-warnings.ts";
import { listObstacles } from "./list-obstacles.ts";
import { readDatasetSize } from "./read-dataset-size.ts";
import type { PlanTrainingRun, TrainingEstimate } from "./training-run.schema.ts";

/**
 * Steps, memory and time of a training before it starts, and what stands in its way.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function estimateTrainingRun(
  db: Database,
  actor: Actor,
  { datasetId, config }: PlanTrainingRun,
): Promise<TrainingEstimate> {
  authorize(actor, "training.manage");
  const { id } = await findDataset(db, datasetId);
  const size = await readDatasetSize(db, id);
  return {
    trainRows: size.trainRows,
    validationRows: size.validationRows,
    ...estimateRun(config, size),
    warnings: listConfigWarnings(config),
    obstacles: listObstacles(config, size),
  };
}
