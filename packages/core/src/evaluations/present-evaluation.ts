import type { Prisma } from "@foundry/prisma/client";
import { modelComparisonSchema } from "../evaluation/evaluation.schema.ts";
import { EVALUATION_METRICS } from "../evaluation/metrics.ts";
import { type EvaluationRow, evaluationRowSchema } from "./evaluation.schema.ts";

/** What a query must load for `presentEvaluationRow`. */
export const EVALUATION_INCLUDE = {
  createdBy: { select: { name: true } },
  trainingRun: { select: { id: true, number: true, title: true, preset: true } },
  dataset: { select: { id: true, number: true, title: true } },
  task: true,
} as const;

/** An evaluation's row as people see it in the list. */
export function presentEvaluationRow({
  task,
  ...evaluation
}: Prisma.EvaluationGetPayload<{ include: typeof EVALUATION_INCLUDE }>): EvaluationRow {
  return evaluationRowSchema.parse({
    ...evaluation,
    state: task.state,
    phase: task.phase,
    progress: task.progress,
    attempt: task.attempt,
    isStopping: task.state === "running" && task.cancelRequestedAt !== null,
    isScoring: task.state === "succeeded" && evaluation.scoredAt === null,
    isScored: evaluation.scoredAt !== null,
    error: task.error,
    headline: readHeadline(evaluation.result),
    createdBy: evaluation.createdBy.name,
    createdAt: evaluation.createdAt.toISOString(),
    startedAt: task.startedAt?.toISOString() ?? null,
    finishedAt: task.finishedAt?.toISOString() ?? null,
    scoredAt: evaluation.scoredAt?.toISOString() ?? null,
  });
}

function readHeadline(result: unknown): EvaluationRow["headline"] {
  if (result === null) return null;
  return modelComparisonSchema
    .parse(result)
    .metrics.map(({ metric, items, first, second, verdict }) => ({
      metric,
      title: EVALUATION_METRICS.find(({ id }) => id === metric)?.title ?? metric,
      items,
      base: first.share,
      adapter: second.share,
      verdict,
    }));
}
