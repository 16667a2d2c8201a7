import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { findTrainingTask } from "./find-training-task.ts";
import { type TrainingMetrics, trainingMetricsSchema } from "./training-run.schema.ts";

/**
 * All points of a training's curves. A step that a resumed run reached again is there once, as its
 * last attempt told it, so that a curve has no gap and no double.
 *
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getTrainingMetrics(
  db: Database,
  actor: Actor,
  id: string,
): Promise<TrainingMetrics> {
  authorize(actor, "training.manage");
  const { taskId } = await findTrainingTask(db, id);
  const [steps, evaluations, attempts] = await Promise.all([
    readPoints(db, taskId, "step"),
    readPoints(db, taskId, "eval"),
    readAttempts(db, taskId),
  ]);
  return trainingMetricsSchema.parse({
    steps: steps.map(({ attempt, step, data }) => ({
      attempt,
      step,
      epoch: read(data, "epoch"),
      loss: read(data, "loss"),
      learningRate: read(data, "lr"),
      gradientNorm: read(data, "grad_norm"),
      tokenAccuracy: read(data, "token_acc"),
      tokensPerSecond: read(data, "tokens_per_s"),
      etaSeconds: read(data, "eta_s"),
      vramGib: read(data, "vram_gib"),
    })),
    evaluations: evaluations.map(({ attempt, step, data }) => ({
      attempt,
      step,
      loss: read(data, "loss"),
      tokenAccuracy: read(data, "token_acc"),
    })),
    attempts: attempts.map(({ startedAt, ...attempt }) => ({
      ...attempt,
      startedAt: startedAt.toISOString(),
    })),
    totalSteps: read(steps.at(-1)?.data ?? {}, "total_steps"),
  });
}

interface Point {
  attempt: number;
  step: number;
  data: Record<string, unknown>;
}

function readPoints(db: Database, taskId: string, type: "step" | "eval"): Promise<Point[]> {
  return db.$queryRaw<Point[]>`
    SELECT DISTINCT ON (step) attempt, step, data FROM (
      SELECT attempt, seq, data, (data ->> 'step')::int AS step FROM runner_event
      WHERE task_id = ${taskId}::uuid AND type = ${type}
        AND jsonb_typeof(data -> 'step') = 'number'
    ) AS points
    ORDER BY step, attempt DESC, seq DESC`;
}

function readAttempts(
  db: Database,
  taskId: string,
): Promise<{ attempt: number; startedAt: Date; firstStep: number | null }[]> {
  return db.$queryRaw`
    SELECT attempt, min(at) AS "startedAt",
      min((data ->> 'step')::int) FILTER (
        WHERE type = 'step' AND jsonb_typeof(data -> 'step') = 'number'
      ) AS "firstStep"
    FROM runner_event WHERE task_id = ${taskId}::uuid
    GROUP BY attempt ORDER BY attempt`;
}

/** Null for what is no number: the trainer writes null for what is not finite. */
function read(data: Record<string, unknown>, name: string): number | null {
  const value = data[name];
  return typeof value === "number" ? value : null;
}
