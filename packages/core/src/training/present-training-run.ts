import type { Prisma } from "@foundry/prisma/client";
import { type TrainingRunRow, trainingRunRowSchema } from "./training-run.schema.ts";

/** What a query must load for `presentTrainingRunRow`. */
export const TRAINING_RUN_INCLUDE = {
  createdBy: { select: { name: true } },
  dataset: {
    select: {
      id: true,
      number: true,
      title: true,
      contentSha256: true,
      systemPromptSha256: true,
    },
  },
  task: true,
} as const;

export type StoredTrainingRun = Prisma.TrainingRunGetPayload<{
  include: typeof TRAINING_RUN_INCLUDE;
}>;

/** A run's row as people see it in the list. */
export function presentTrainingRunRow({ task, ...run }: StoredTrainingRun): TrainingRunRow {
  return trainingRunRowSchema.parse({
    ...run,
    state: task.state,
    phase: task.phase,
    progress: task.progress,
    attempt: task.attempt,
    isStopping: task.state === "running" && task.cancelRequestedAt !== null,
    error: task.error,
    createdBy: run.createdBy.name,
    createdAt: run.createdAt.toISOString(),
    startedAt: task.startedAt?.toISOString() ?? null,
    finishedAt: task.finishedAt?.toISOString() ?? null,
  });
}
