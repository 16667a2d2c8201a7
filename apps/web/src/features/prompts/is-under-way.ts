import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";

export function isUnderWay({ state }: Pick<PromptRun, "state">): boolean {
  return state === "waiting" || state === "running";
}
