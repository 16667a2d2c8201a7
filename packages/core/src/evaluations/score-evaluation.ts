import { setImmediate as turn } from "node:timers/promises";
import type { Prisma } from "@foundry/prisma/client";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { makeStorable } from "../database/make-storable.ts";
import { type ComparedItem, compareModels } from "../evaluation/compare-models.ts";
import { readExpectation } from "../evaluation/read-expectation.ts";
import { type PredictionScore, scorePrediction } from "../evaluation/score-prediction.ts";
import { publishEvent } from "../events/publish-event.ts";
import { STORED_CHECKS_VERSION } from "../findings/stored-checks-version.ts";
import { readIr } from "../ir/read-ir.ts";
import type { JobContext } from "../jobs/job-context.ts";
import type { Storage } from "../storage/storage.ts";
import { EVALUATED_MODELS, type EvaluatedModel } from "./evaluation.schema.ts";
import { failScoring } from "./fail-scoring.ts";
import { BadPredictionsError, type Prediction, readPredictions } from "./read-predictions.ts";

/** What is shown of an answer; one that is longer has run away. */
const MAX_OUTPUT_LENGTH = 200_000;

/**
 * The work of the job `scoreEvaluation`: scores what both models answered by the definitions of the
 * metrics, and writes items and result in one transaction, so that it may run again. Answers that
 * cannot be scored fail the evaluation, not the job.
 */
export async function scoreEvaluation(
  { storage }: { storage: Storage },
  context: JobContext,
  { evaluationId }: { evaluationId: string },
): Promise<void> {
  const open = await openEvaluation(context, evaluationId);
  if (open === null) return;
  try {
    const ids = open.items.map(({ sampleId }) => String(sampleId));
    const predictions = await readPredictions(storage, open.storageKey, ids);
    await writeScores(context, open, await scoreItems(context, open, predictions));
  } catch (error) {
    if (!(error instanceof BadPredictionsError)) throw error;
    await inTransaction(context.db, async (tx) => {
      await context.fence(tx);
      await failScoring(tx, evaluationId, { code: "bad_predictions", message: error.message });
    });
  }
}

type OpenEvaluation = NonNullable<Awaited<ReturnType<typeof openEvaluation>>>;

/** @returns null when there is nothing to score, or it is scored already */
async function openEvaluation({ db }: JobContext, id: string) {
  const evaluation = await db.evaluation.findUnique({
    where: { id },
    include: {
      task: {
        include: {
          artifacts: { where: { kind: "predictions" }, orderBy: { id: "desc" }, take: 1 },
        },
      },
    },
  });
  const storageKey = evaluation?.task.artifacts[0]?.storageKey;
  if (evaluation === null || storageKey === undefined) return null;
  if (evaluation.scoredAt !== null || evaluation.task.state !== "succeeded") return null;
  const items = await db.datasetItem.findMany({
    where: { datasetId: evaluation.datasetId, split: evaluation.split },
    orderBy: { position: "asc" },
    include: { prompt: { select: { text: true } }, ir: { select: { raw: true } } },
  });
  return { ...evaluation, items, storageKey };
}

interface ScoredItem extends ComparedItem {
  rows: Prisma.EvaluationItemCreateManyInput[];
}

async function scoreItems(
  { signal }: JobContext,
  { id: evaluationId, datasetId, items }: OpenEvaluation,
  predictions: Record<EvaluatedModel, Map<string, Prediction>>,
): Promise<ScoredItem[]> {
  const scored: ScoredItem[] = [];
  for (const { position, sampleId, groupKey, prompt, ir } of items) {
    // Lets the heartbeat of the job through between two items.
    await turn();
    signal.throwIfAborted();
    const expectation = readExpectation(prompt.text, readIr(ir.raw).value);
    const answers = EVALUATED_MODELS.map((model) => {
      const prediction = predictions[model].get(String(sampleId));
      if (prediction === undefined) throw new Error("an answer that was there has gone");
      const score = scorePrediction(expectation, prediction.output);
      return { score, row: toRow({ evaluationId, datasetId, position }, prediction, score) };
    });
    const [base, adapter] = answers;
    if (base === undefined || adapter === undefined) throw new Error("a model is missing");
    scored.push({
      group: groupKey,
      first: base.score,
      second: adapter.score,
      rows: answers.map(({ row }) => row),
    });
  }
  return scored;
}

function toRow(
  place: { evaluationId: string; datasetId: string; position: number },
  { model, output, stop_reason, output_tokens, latency_ms }: Prediction,
  { scores, fieldF1, errorTypes }: PredictionScore,
): Prisma.EvaluationItemCreateManyInput {
  return {
    ...place,
    model,
    output: makeStorable(output, MAX_OUTPUT_LENGTH),
    stopReason: stop_reason ?? null,
    outputTokens: output_tokens ?? null,
    latencyMs: latency_ms === null || latency_ms === undefined ? null : Math.round(latency_ms),
    scores: { ...scores, field_f1: fieldF1 },
    errorTypes,
  };
}

async function writeScores(
  context: JobContext,
  { id: evaluationId, taskId, createdById }: OpenEvaluation,
  items: readonly ScoredItem[],
): Promise<void> {
  const result = compareModels(items);
  await inTransaction(context.db, async (tx) => {
    await context.fence(tx);
    await tx.evaluationItem.deleteMany({ where: { evaluationId } });
    await tx.evaluationItem.createMany({ data: items.flatMap(({ rows }) => rows) });
    await tx.evaluation.update({
      where: { id: evaluationId },
      data: { result, checksVersion: STORED_CHECKS_VERSION, scoredAt: new Date() },
    });
    await recordAudit(tx, {
      actorId: createdById,
      action: "evaluation.scored",
      subjectType: "evaluation",
      subjectId: evaluationId,
      data: { itemCount: items.length },
    });
    await publishEvent(tx, { topic: "runner-task", id: taskId });
  });
}
