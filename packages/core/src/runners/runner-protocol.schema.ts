import { z } from "zod";

/** A runner that is silent for longer has lost its task. */
export const RUNNER_LEASE_SECONDS = 60;
export const RUNNER_HEARTBEAT_SECONDS = 10;
export const MAX_WAIT_SECONDS = 25;
const MAX_EVENTS = 200;

export const ARTIFACT_KINDS = [
  "adapter_peft",
  "checkpoint",
  "report",
  "predictions",
  "log",
] as const;
export const artifactKindSchema = z.enum(ARTIFACT_KINDS);
export type ArtifactKind = z.infer<typeof artifactKindSchema>;

export const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** What a runner says of its machine; what else it says is kept as well. */
export const runnerHardwareSchema = z.looseObject({
  platform: z.string().max(200).optional(),
  python: z.string().max(100).optional(),
  torch: z.string().max(100).optional(),
  /** Null: it computes on the processor. */
  gpu: z.object({ name: z.string().max(200), vram_gib: z.number().min(0) }).nullable(),
  cpu_count: z.int().min(1).optional(),
  memory_gib: z.number().min(0).optional(),
});
export type RunnerHardware = z.infer<typeof runnerHardwareSchema>;

export const registerRunnerSchema = z.object({
  name: z.string().trim().min(1).max(200),
  version: z.string().min(1).max(100),
  hardware: runnerHardwareSchema,
});
export type RegisterRunner = z.infer<typeof registerRunnerSchema>;

export const registeredRunnerSchema = z.object({
  runnerId: z.uuid(),
  heartbeatSeconds: z.int(),
  leaseSeconds: z.int(),
});
export type RegisteredRunner = z.infer<typeof registeredRunnerSchema>;

export const askForWorkSchema = z.object({
  runnerId: z.uuid().optional(),
  waitSeconds: z.number().min(0).max(MAX_WAIT_SECONDS),
});

const downloadSchema = z.object({
  sha256: z.string(),
  byteCount: z.int(),
  /** Path on the studio's origin. */
  url: z.string(),
});

const workSchema = z.object({
  kind: z.enum(["train", "evaluate"]),
  runId: z.uuid(),
  attempt: z.int(),
  leaseToken: z.string(),
  /** The document as text; its sha256 is that of these bytes. */
  config: z.string(),
  configSha256: z.string(),
  /** Who is to answer the test split; none when it is to train. */
  models: z.array(z.enum(["base", "adapter"])),
  files: z.array(downloadSchema.extend({ name: z.string() })),
  /** The newest checkpoint of an earlier attempt. */
  resumeFrom: downloadSchema.extend({ artifactId: z.uuid() }).nullable(),
});
export type Work = z.infer<typeof workSchema>;
export const workAnswerSchema = z.object({ work: workSchema.nullable() });

/** As it was given with the work; a number inside. */
export const leaseTokenSchema = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** Shows that the caller still holds the task. */
const holdFields = { leaseToken: leaseTokenSchema, attempt: z.int32().min(1) };
export const heldTaskSchema = z.object(holdFields);
export type HeldTask = z.output<typeof heldTaskSchema>;

export const heartbeatSchema = z.object({ ...holdFields, lastSeq: z.int().min(0) });
export const heartbeatAnswerSchema = z.object({
  leaseExpiresAt: z.iso.datetime(),
  /** A person asked to stop: save a checkpoint, then finish with `cancelled`. */
  cancel: z.boolean(),
});
export type HeartbeatAnswer = z.infer<typeof heartbeatAnswerSchema>;

const runnerEventSchema = z.object({
  seq: z.int32().min(1),
  ts: z.iso.datetime(),
  type: z.string().regex(/^[a-z][a-z._]{0,39}$/),
  data: z.record(z.string(), z.unknown()),
});
export type RunnerEventInput = z.infer<typeof runnerEventSchema>;

export const recordEventsSchema = z.object({
  ...holdFields,
  events: z.array(runnerEventSchema).max(MAX_EVENTS),
});
export type RecordEvents = z.output<typeof recordEventsSchema>;
export const eventsAnswerSchema = z.object({ lastSeq: z.int() });

export const taskErrorSchema = z.object({
  code: z.string().min(1).max(100),
  message: z.string().max(4_000),
  /** What to do about it. */
  hint: z.string().max(4_000),
});
export type TaskError = z.infer<typeof taskErrorSchema>;

export const finishTaskSchema = z.object({
  ...holdFields,
  /** `lost`: the trainer or the runner ended without a word; hand the task out again. */
  status: z.enum(["succeeded", "failed", "cancelled", "budget_exceeded", "lost"]),
  error: taskErrorSchema.nullish(),
  report: z.record(z.string(), z.unknown()).nullish(),
});
export type FinishTask = z.output<typeof finishTaskSchema>;

export const TASK_STATES = ["waiting", "running", "succeeded", "failed", "cancelled"] as const;
export const taskStateSchema = z.enum(TASK_STATES);
export type TaskState = z.infer<typeof taskStateSchema>;

/** What became of the task; not always what the runner said. */
export const finishAnswerSchema = z.object({
  state: taskStateSchema,
  error: taskErrorSchema.nullable(),
});
export type FinishAnswer = z.infer<typeof finishAnswerSchema>;

export const storedArtifactSchema = z.object({
  artifactId: z.uuid(),
  sha256: z.string(),
  byteCount: z.int(),
});
export type StoredArtifact = z.infer<typeof storedArtifactSchema>;
