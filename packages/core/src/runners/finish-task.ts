import type { Database, Prisma } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import { enqueueJob } from "../jobs/enqueue.ts";
import { jobs } from "../jobs/jobs.ts";
import type { Storage } from "../storage/storage.ts";
import { endTask } from "./end-task.ts";
import type { RunnerIdentity } from "./find-runner.ts";
import { isHolder, leaseLost, type LockedTask, lockTask } from "./lock-held-task.ts";
import { pruneCheckpoints } from "./prune-checkpoints.ts";
import { handOutAgain } from "./hand-out-again.ts";
import {
  type FinishAnswer,
  finishAnswerSchema,
  type FinishTask,
  type TaskError,
} from "./runner-protocol.schema.ts";

/** What a task must have made in its last attempt before it counts as succeeded. */
const NEEDED = { train: "adapter_peft", evaluate: "predictions" } as const;

/**
 * Ends a task as its runner says, with two exceptions: one that succeeded without what it was to
 * make has failed, and one that ended for a reason of the runner's own is handed out again. Said
 * twice by the same attempt, it is answered the same.
 *
 * @returns what became of the task
 * @throws DomainError `conflict` with reason `lease_lost`
 */
export async function finishTask(
  db: Database,
  storage: Storage,
  runner: RunnerIdentity,
  taskId: string,
  finish: FinishTask,
): Promise<FinishAnswer> {
  const answer = await inTransaction(db, async (tx) => {
    const task = await lockTask(tx, taskId);
    if (task === null || !isHolder(task, runner, finish)) throw leaseLost();
    if (task.state === "running") await settle(tx, task, finish);
    const { state, error } = await tx.runnerTask.findUniqueOrThrow({ where: { id: taskId } });
    return finishAnswerSchema.parse({ state, error });
  });
  if (answer.state === "succeeded") await pruneCheckpoints(db, storage, taskId, 0);
  return answer;
}

async function settle(
  tx: Prisma.TransactionClient,
  task: LockedTask,
  { status, error, report }: FinishTask,
): Promise<void> {
  const end = { actorId: null, report: (report ?? null) as Prisma.InputJsonObject | null };
  if (status === "succeeded") return succeed(tx, task, end.report);
  if (status === "failed") {
    return endTask(tx, task.id, { ...end, state: "failed", error: error ?? UNNAMED });
  }
  if (status === "budget_exceeded") {
    return endTask(tx, task.id, { ...end, state: "failed", error: error ?? OUT_OF_TIME });
  }
  if (task.cancelRequestedAt !== null) {
    return endTask(tx, task.id, { ...end, state: "cancelled", error: null });
  }
  await handOutAgain(tx, task, { isLost: status === "lost" });
}

async function succeed(
  tx: Prisma.TransactionClient,
  { id, kind, attempt }: LockedTask,
  report: Prisma.InputJsonObject | null,
): Promise<void> {
  const made = await tx.artifact.findFirst({
    where: { taskId: id, attempt, kind: NEEDED[kind] },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  if (made === null) {
    return endTask(tx, id, { state: "failed", error: MISSING[kind], report, actorId: null });
  }
  if (kind === "train") {
    await tx.trainingRun.update({ where: { taskId: id }, data: { adapterId: made.id } });
  } else {
    const { id: evaluationId } = await tx.evaluation.findUniqueOrThrow({ where: { taskId: id } });
    const dedupeKey = `score-evaluation:${evaluationId}`;
    await enqueueJob(tx, jobs, "scoreEvaluation", { evaluationId }, { dedupeKey });
  }
  await endTask(tx, id, { state: "succeeded", error: null, report, actorId: null });
}

const UNNAMED: TaskError = {
  code: "other",
  message: "The runner said that it failed, and not why.",
  hint: "Look at the log; then resume or start again.",
};

const OUT_OF_TIME: TaskError = {
  code: "budget",
  message: "The run reached limits.max_wall_seconds.",
  hint: "Resume: the run goes on from its newest checkpoint.",
};

const MISSING: Record<LockedTask["kind"], TaskError> = {
  train: {
    code: "no_adapter",
    message: "The runner said that it is done, but no whole adapter arrived.",
    hint: "Resume: the run goes on from its newest checkpoint and sends the adapter again.",
  },
  evaluate: {
    code: "no_predictions",
    message: "The runner said that it is done, but no whole file of predictions arrived.",
    hint: "Start the evaluation again.",
  },
};
