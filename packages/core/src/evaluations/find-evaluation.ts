import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { z } from "zod";
import { DomainError } from "../errors.ts";
import { EVALUATION_METRICS } from "../evaluation/metrics.ts";
import { explainWaiting } from "../runners/explain-waiting.ts";
import { type Evaluation, evaluationSchema } from "./evaluation.schema.ts";
import { EVALUATION_INCLUDE, presentEvaluationRow } from "./present-evaluation.ts";

/**
 * An evaluation by its id, without asking who wants it.
 * @throws DomainError `not_found`, also for what is no id at all
 */
export async function findEvaluation(db: DatabaseOrTransaction, id: string): Promise<Evaluation> {
  const row = z.uuid().safeParse(id).success
    ? await db.evaluation.findUnique({
        where: { id },
        include: { ...EVALUATION_INCLUDE, adapter: { select: { sha256: true } } },
      })
    : null;
  if (row === null) {
    throw new DomainError("not_found", "There is no such evaluation. Go back to the list.");
  }
  const { datasetId, split, task, taskId, adapter, checksVersion, result } = row;
  return evaluationSchema.parse({
    ...presentEvaluationRow(row),
    taskId,
    itemCount: await db.datasetItem.count({ where: { datasetId, split } }),
    checksVersion,
    adapterSha256: adapter.sha256,
    waitingFor: task.state === "waiting" ? await explainWaiting(db, taskId) : null,
    definitions: EVALUATION_METRICS,
    result,
  });
}
