import { z } from "zod";
import { storableTextSchema } from "../database/storable-text.ts";
import { taskErrorSchema, taskStateSchema } from "../runners/runner-protocol.schema.ts";
import { TRAINING_PRESETS, trainingConfigSchema } from "./training-config.schema.ts";

/** What a training is ordered with. */
export const planTrainingRunSchema = z.strictObject({
  datasetId: z.uuid(),
  config: trainingConfigSchema,
});
export type PlanTrainingRun = z.output<typeof planTrainingRunSchema>;

export const startTrainingRunSchema = planTrainingRunSchema.extend({
  preset: z.enum(TRAINING_PRESETS),
  title: storableTextSchema.trim().min(1).max(200).optional(),
  /** Of this press of the button: sent again, it is answered with the same run. */
  requestKey: z.uuid(),
});
export type StartTrainingRun = z.output<typeof startTrainingRunSchema>;

const rangeSchema = z.object({ low: z.number(), high: z.number() });

export const trainingEstimateSchema = z.object({
  trainRows: z.int(),
  validationRows: z.int(),
  /** Null when there are too few rows for three evaluations: such a run cannot start. */
  steps: z
    .object({
      rowsPerStep: z.int(),
      stepsPerEpoch: z.int(),
      totalSteps: z.int(),
      evalEvery: z.int(),
      evaluations: z.int(),
    })
    .nullable(),
  tokensPerRow: z.object({ mean: z.number(), longest: z.number() }),
  mayOverflow: z.boolean(),
  memoryGib: rangeSchema.nullable(),
  seconds: rangeSchema.nullable(),
  basis: z.string(),
  /** Allowed but unusual settings. */
  warnings: z.array(z.object({ path: z.string(), message: z.string() })),
  /** Why a run would wait for ever or be refused, in words; empty when it can start. */
  obstacles: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type TrainingEstimate = z.infer<typeof trainingEstimateSchema>;

export const artifactSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  byteCount: z.int(),
  attempt: z.int(),
  createdAt: z.iso.datetime(),
});

export const trainingRunRowSchema = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  preset: z.string(),
  state: taskStateSchema,
  /** preflight, loading_model, preparing_data, sft, evaluating, exporting. */
  phase: z.string().nullable(),
  /** 0 to 1 within the phase; null: not known. */
  progress: z.number().nullable(),
  attempt: z.int(),
  /** A person asked to stop and the runner has not said yet that it did. */
  isStopping: z.boolean(),
  error: taskErrorSchema.nullable(),
  dataset: z.object({ id: z.uuid(), number: z.int(), title: z.string() }),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type TrainingRunRow = z.infer<typeof trainingRunRowSchema>;

export const trainingRunPageSchema = z.object({
  rows: z.array(trainingRunRowSchema),
  nextCursor: z.uuid().nullable(),
});
export type TrainingRunPage = z.infer<typeof trainingRunPageSchema>;

export const trainingRunSchema = trainingRunRowSchema.extend({
  /** What its events are published under. */
  taskId: z.uuid(),
  config: trainingConfigSchema,
  configSha256: z.string(),
  datasetSha256: z.string(),
  systemPromptSha256: z.string(),
  /** Who works on it, or did last. */
  runner: z.object({ id: z.uuid(), name: z.string(), isOnline: z.boolean() }).nullable(),
  /** Why nothing happens, while it waits; null when a runner will take it. */
  waitingFor: z.string().nullable(),
  lastSeq: z.int(),
  lastEventAt: z.iso.datetime().nullable(),
  /** Whether `resume` would work. */
  canResume: z.boolean(),
  hasCheckpoint: z.boolean(),
  adapter: artifactSchema.nullable(),
  artifacts: z.array(artifactSchema),
  report: z.record(z.string(), z.unknown()).nullable(),
  evaluations: z.array(
    z.object({ id: z.uuid(), number: z.int(), state: taskStateSchema, isScored: z.boolean() }),
  ),
});
export type TrainingRun = z.infer<typeof trainingRunSchema>;

const figure = z.number().nullable();

export const trainingMetricsSchema = z.object({
  /** By step, each once: of the last attempt that reached it. */
  steps: z.array(
    z.object({
      attempt: z.int(),
      step: z.int(),
      epoch: figure,
      loss: figure,
      learningRate: figure,
      gradientNorm: figure,
      tokenAccuracy: figure,
      tokensPerSecond: figure,
      etaSeconds: figure,
      vramGib: figure,
    }),
  ),
  evaluations: z.array(
    z.object({ attempt: z.int(), step: z.int(), loss: figure, tokenAccuracy: figure }),
  ),
  /** Where the run was taken up, the first attempt included. */
  attempts: z.array(
    z.object({ attempt: z.int(), startedAt: z.iso.datetime(), firstStep: z.int().nullable() }),
  ),
  totalSteps: z.int().nullable(),
});
export type TrainingMetrics = z.infer<typeof trainingMetricsSchema>;

/** What a runner told, as the event stream and the log give it. */
export const taskEventSchema = z.object({
  attempt: z.int(),
  seq: z.int(),
  type: z.string(),
  at: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});

export const trainingLogSchema = z.object({
  /** The newest last. */
  events: z.array(taskEventSchema),
});
export type TrainingLog = z.infer<typeof trainingLogSchema>;
