import type { GenerationRun } from "@foundry/core/generation/generation.schema";

/** Prompts of a run that need no more work. */
export function countEnded({ counts }: Pick<GenerationRun, "counts">): number {
  return counts.done + counts.failed + counts.cancelled;
}
