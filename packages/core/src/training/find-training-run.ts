import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { z } from "zod";
import { DomainError } from "../errors.ts";
import { explainWaiting } from "../runners/explain-waiting.ts";
import { RUNNER_LEASE_SECONDS } from "../runners/runner-protocol.schema.ts";
import { presentArtifact } from "./present-artifact.ts";
import { presentTrainingRunRow, TRAINING_RUN_INCLUDE } from "./present-training-run.ts";
import { type TrainingRun, trainingRunSchema } from "./training-run.schema.ts";

/**
 * A run by its id, without asking who wants it.
 * @throws DomainError `not_found`, also for what is no id at all
 */
export async function findTrainingRun(db: DatabaseOrTransaction, id: string): Promise<TrainingRun> {
  const row = z.uuid().safeParse(id).success
    ? await db.trainingRun.findUnique({
        where: { id },
        include: {
          ...TRAINING_RUN_INCLUDE,
          adapter: true,
          task: { include: { runner: true, artifacts: { orderBy: { id: "asc" } } } },
          evaluations: {
            orderBy: { number: "asc" },
            select: { id: true, number: true, scoredAt: true, task: { select: { state: true } } },
          },
        },
      })
    : null;
  if (row === null) {
    throw new DomainError("not_found", "There is no such training. Go back to the list.");
  }
  const { task, dataset, adapter, evaluations } = row;
  return trainingRunSchema.parse({
    ...presentTrainingRunRow(row),
    taskId: task.id,
    config: task.config,
    configSha256: task.configSha256,
    datasetSha256: dataset.contentSha256,
    systemPromptSha256: dataset.systemPromptSha256,
    runner: task.runner === null ? null : { ...task.runner, isOnline: isOnline(task.runner) },
    waitingFor: task.state === "waiting" ? await explainWaiting(db, task.id) : null,
    lastSeq: task.lastSeq,
    lastEventAt: task.lastEventAt?.toISOString() ?? null,
    canResume: task.state === "failed" || task.state === "cancelled",
    hasCheckpoint: task.artifacts.some(({ kind }) => kind === "checkpoint"),
    adapter: adapter === null ? null : presentArtifact(adapter),
    artifacts: task.artifacts.map(presentArtifact),
    report: task.report,
    evaluations: evaluations.map(({ scoredAt, task: { state }, ...evaluation }) => ({
      ...evaluation,
      state,
      isScored: scoredAt !== null,
    })),
  });
}

function isOnline({ lastSeenAt, revokedAt }: { lastSeenAt: Date | null; revokedAt: Date | null }) {
  const oldest = Date.now() - RUNNER_LEASE_SECONDS * 1_000;
  return revokedAt === null && lastSeenAt !== null && lastSeenAt.getTime() > oldest;
}
