import type { Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { sha256Hex } from "../database/sha256.ts";
import { findDataset } from "../datasets/find-dataset.ts";
import { DomainError } from "../errors.ts";
import { publishEvent } from "../events/publish-event.ts";
import { writeConfig } from "../runners/write-config.ts";
import { findTrainingRun } from "./find-training-run.ts";
import { findUnfinishedRun } from "./find-unfinished-run.ts";
import { listObstacles } from "./list-obstacles.ts";
import { PRESETS } from "./presets.ts";
import { readDatasetSize } from "./read-dataset-size.ts";
import type { StartTrainingRun, TrainingRun } from "./training-run.schema.ts";

/**
 * Orders a training; the next runner whose machine fits takes it. While a run with the same dataset
 * and config is unfinished, that one is the answer: two presses, or two admins, start one.
 *
 * @throws DomainError `forbidden`, `not_found`, `invalid_input` for a dataset that is too small, or
 *   `conflict` for a request key that was used for something else
 */
export async function startTrainingRun(
  db: Database,
  actor: Actor,
  order: StartTrainingRun,
): Promise<TrainingRun> {
  authorize(actor, "training.manage");
  const dataset = await findDataset(db, order.datasetId);
  await refuseUnusable(db, order);
  const text = writeConfig(order.config);
  const runKey = sha256Hex(`${dataset.id}\n${text}`);
  const runId = await inTransaction(db, async (tx) => {
    const known = await findKnownRun(tx, order.requestKey, runKey);
    if (known !== null) return known;
    const { id: taskId } = await tx.runnerTask.create({
      data: { kind: "train", config: order.config, configSha256: sha256Hex(text) },
      select: { id: true },
    });
    const title = order.title ?? `${PRESETS[order.preset].title} on dataset ${dataset.number}`;
    const { datasetId, preset, requestKey } = order;
    const data = { datasetId, preset, requestKey, title, taskId, runKey };
    const { id } = await tx.trainingRun.create({
      data: { ...data, createdById: actor.userId },
      select: { id: true },
    });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "training_run.started",
      subjectType: "training_run",
      subjectId: id,
      data: { taskId },
    });
    await publishEvent(tx, { topic: "runner-work", id: "all" });
    return id;
  });
  return findTrainingRun(db, runId);
}

async function refuseUnusable(
  db: Database,
  { datasetId, preset, config }: StartTrainingRun,
): Promise<void> {
  const obstacles = listObstacles(config, await readDatasetSize(db, datasetId));
  const problems = obstacles.map(({ message }) => ({ path: "/datasetId", message }));
  if (config.preset !== preset) {
    problems.push({ path: "/config/preset", message: `is not ${preset}, as the run says` });
  }
  const [first] = problems;
  if (first === undefined) return;
  throw new DomainError("invalid_input", `${first.message} Nothing was started.`, {
    reason: obstacles[0]?.code ?? "bad_config",
    problems,
  });
}

/** Holds back every other start with one of the two keys until this transaction ends. */
async function findKnownRun(
  tx: Prisma.TransactionClient,
  requestKey: string,
  runKey: string,
): Promise<string | null> {
  for (const key of [requestKey, runKey].toSorted()) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 1))`;
  }
  const same = await tx.trainingRun.findUnique({
    where: { requestKey },
    select: { id: true, runKey: true },
  });
  if (same === null) return findUnfinishedRun(tx, runKey);
  if (same.runKey === runKey) return same.id;
  throw new DomainError(
    "conflict",
    "This request key was used for another training. Nothing was started; use a new key.",
    { reason: "key_reused" },
  );
}
