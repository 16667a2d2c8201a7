import { z } from "zod";
import type { RunnerEventInput } from "./runner-protocol.schema.ts";

const phaseSchema = z.looseObject({
  name: z.string().min(1).max(100),
  progress: z.number().min(0).max(1).nullish(),
});
const stepSchema = z.looseObject({ step: z.number().min(0), total_steps: z.number().positive() });

export interface TaskProgress {
  phase?: string;
  /** 0 to 1 within the phase; null: not known. */
  progress?: number | null;
}

/** Where a task stands after these events; what they do not tell stays as it was. */
export function readTaskProgress(
  events: readonly Pick<RunnerEventInput, "type" | "data">[],
): TaskProgress {
  let current: TaskProgress = {};
  for (const { type, data } of events) {
    const phase = type === "phase" ? phaseSchema.safeParse(data) : null;
    if (phase?.success === true) {
      current = { phase: phase.data.name, progress: phase.data.progress ?? null };
    }
    const step = type === "step" ? stepSchema.safeParse(data) : null;
    if (step?.success === true) {
      const progress = Math.min(1, step.data.step / step.data.total_steps);
      current = { ...current, progress };
    }
  }
  return current;
}
