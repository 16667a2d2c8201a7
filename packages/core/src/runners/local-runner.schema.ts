import { z } from "zod";

export const LOCAL_RUNNER_PHASES = ["off", "absent", "installing", "failed", "ready"] as const;

/** The runner that `npm start` keeps beside the studio. */
export const localRunnerStateSchema = z.object({
  /** `absent`: no Python to run it with. */
  phase: z.enum(LOCAL_RUNNER_PHASES),
  /** What it is doing, or what went wrong and which command mends it. */
  message: z.string(),
  /** Of the installation: step `step` of `of`. */
  step: z.int().nullable(),
  of: z.int().nullable(),
});
export type LocalRunnerState = z.infer<typeof localRunnerStateSchema>;
