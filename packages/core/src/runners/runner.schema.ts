import { z } from "zod";
import { storableTextSchema } from "../database/storable-text.ts";
import { localRunnerStateSchema } from "./local-runner.schema.ts";
import { runnerHardwareSchema } from "./runner-protocol.schema.ts";

export const createRunnerSchema = z.strictObject({
  name: storableTextSchema.trim().min(1).max(100),
});
export type CreateRunner = z.output<typeof createRunnerSchema>;

export const runnerSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** First characters of its token. */
  prefix: z.string(),
  /** The one that `npm start` runs beside the studio. */
  isLocal: z.boolean(),
  version: z.string().nullable(),
  hardware: runnerHardwareSchema.nullable(),
  registeredAt: z.iso.datetime().nullable(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** Heard of within the last minute. */
  isOnline: z.boolean(),
  isRevoked: z.boolean(),
  /** The task it works on, and the run that belongs to it. */
  task: z
    .object({
      kind: z.enum(["train", "evaluate"]),
      trainingRunId: z.uuid().nullable(),
      evaluationId: z.uuid().nullable(),
      number: z.int(),
    })
    .nullable(),
  createdAt: z.iso.datetime(),
});
export type Runner = z.infer<typeof runnerSchema>;

export const runnerListSchema = z.object({
  runners: z.array(runnerSchema),
  local: localRunnerStateSchema,
});
export type RunnerList = z.infer<typeof runnerListSchema>;

export const createdRunnerSchema = runnerSchema.extend({
  /** Shown once: only its hash is stored. */
  token: z.string(),
});
export type CreatedRunner = z.infer<typeof createdRunnerSchema>;
