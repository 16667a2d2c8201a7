import type { GenerationRun } from "@foundry/core/generation/generation.schema";

export function isUnderWay({ state }: Pick<GenerationRun, "state">): boolean {
  return state === "waiting" || state === "running";
}
