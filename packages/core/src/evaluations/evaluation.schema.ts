import { z } from "zod";
import { ERROR_TYPE_IDS } from "../checks/error-types.ts";
import { SEVERITIES } from "../checks/finding.ts";
import {
  metricIdSchema,
  metricScoresSchema,
  modelComparisonSchema,
  verdictSchema,
} from "../evaluation/evaluation.schema.ts";
import { taskErrorSchema, taskStateSchema } from "../runners/runner-protocol.schema.ts";

export const startEvaluationSchema = z.strictObject({ trainingRunId: z.uuid() });
export type StartEvaluation = z.infer<typeof startEvaluationSchema>;

export const EVALUATED_MODELS = ["base", "adapter"] as const;
export type EvaluatedModel = (typeof EVALUATED_MODELS)[number];

export const evaluationRowSchema = z.object({
  id: z.uuid(),
  number: z.int(),
  state: taskStateSchema,
  phase: z.string().nullable(),
  progress: z.number().nullable(),
  attempt: z.int(),
  isStopping: z.boolean(),
  /** The runner is done and the answers are being scored. */
  isScoring: z.boolean(),
  isScored: z.boolean(),
  error: taskErrorSchema.nullable(),
  trainingRun: z.object({ id: z.uuid(), number: z.int(), title: z.string(), preset: z.string() }),
  dataset: z.object({ id: z.uuid(), number: z.int(), title: z.string() }),
  /** How often the test split had been looked at, this time included. */
  lookNumber: z.int(),
  /** The verdict on each metric in the order of the metrics; null until it is scored. */
  headline: z
    .array(
      z.object({
        metric: metricIdSchema,
        title: z.string(),
        /** Items to which the metric applies. */
        items: z.int(),
        base: z.number().nullable(),
        adapter: z.number().nullable(),
        verdict: verdictSchema,
      }),
    )
    .nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  scoredAt: z.iso.datetime().nullable(),
});
export type EvaluationRow = z.infer<typeof evaluationRowSchema>;

export const evaluationPageSchema = z.object({
  rows: z.array(evaluationRowSchema),
  nextCursor: z.uuid().nullable(),
});
export type EvaluationPage = z.infer<typeof evaluationPageSchema>;

export const evaluationSchema = evaluationRowSchema.extend({
  /** What its events are published under. */
  taskId: z.uuid(),
  /** Items of the test split. */
  itemCount: z.int(),
  checksVersion: z.string().nullable(),
  adapterSha256: z.string(),
  waitingFor: z.string().nullable(),
  /** What each figure means; they stand beside it. */
  definitions: z.array(
    z.object({
      id: metricIdSchema,
      title: z.string(),
      definition: z.string(),
      target: z.number().nullable(),
    }),
  ),
  /** `first` is the base model, `second` the adapter. Null until it is scored. */
  result: modelComparisonSchema.nullable(),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

export const listEvaluationItemsQuerySchema = z
  .strictObject({
    metric: metricIdSchema.optional(),
    /** With a metric: items that this model gets wrong. */
    model: z.enum(EVALUATED_MODELS).optional(),
    /** With a metric: items that only the adapter gets right, or only the base model. */
    flip: z.enum(["win", "loss"]).optional(),
    cursor: z.coerce.number().pipe(z.int32().nonnegative()).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(({ metric, model, flip }) => metric !== undefined || (!model && !flip), {
    error: "needs a metric with model or flip",
    path: ["metric"],
  });
export type ListEvaluationItemsQuery = z.output<typeof listEvaluationItemsQuerySchema>;

const scoredAnswerSchema = z.object({
  scores: metricScoresSchema,
  /** 0 to 1. */
  fieldF1: z.number(),
  errorTypes: z.array(z.string()),
});

const evaluationItemRowSchema = z.object({
  position: z.int(),
  sampleId: z.int(),
  prompt: z.string(),
  category: z.string().nullable(),
  base: scoredAnswerSchema,
  adapter: scoredAnswerSchema,
});
export const evaluationItemPageSchema = z.object({
  rows: z.array(evaluationItemRowSchema),
  /** Position to go on behind. */
  nextCursor: z.int().nullable(),
});
export type EvaluationItemPage = z.infer<typeof evaluationItemPageSchema>;

const irChangeSchema = z.object({
  kind: z.enum(["changed", "missing", "added"]),
  path: z.string(),
  predictedPath: z.string().optional(),
  expected: z.unknown().optional(),
  predicted: z.unknown().optional(),
});

/** As the checks give it; fixes are of no use for what a model wrote. */
const findingSchema = z.object({
  check: z.string(),
  errorType: z.enum(ERROR_TYPE_IDS),
  severity: z.enum(SEVERITIES),
  path: z.string(),
  message: z.string(),
});

const answerSchema = scoredAnswerSchema.extend({
  output: z.string(),
  stopReason: z.string().nullable(),
  outputTokens: z.int().nullable(),
  latencyMs: z.int().nullable(),
  findings: z.array(findingSchema),
  /** Edge cases that the reviewed IR tests and the answer does not. */
  missingEdges: z.array(z.string()),
  /** From the reviewed IR to the answer. */
  changes: z.array(irChangeSchema),
});

export const evaluationItemSchema = z.object({
  position: z.int(),
  sampleId: z.int(),
  prompt: z.string(),
  category: z.string().nullable(),
  /** The reviewed IR in its canonical form. */
  expected: z.string(),
  base: answerSchema,
  adapter: answerSchema,
  previous: z.int().nullable(),
  next: z.int().nullable(),
});
export type EvaluationItem = z.infer<typeof evaluationItemSchema>;
