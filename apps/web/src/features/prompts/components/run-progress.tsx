"use client";

import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { countOf, formatCount } from "../../../components/format/format-count";
import { useWorkRate } from "../../../components/work/use-work-rate";
import { WorkProgress } from "../../../components/work/work-progress";

function describePhase({ state, doneCount, count }: PromptRun): string {
  if (state === "waiting") return "Waiting for a free worker";
  if (doneCount === 0) return "Drawing the prompts";
  return doneCount >= count ? "Finishing" : "Storing the prompts";
}

/** Phase, count, rate and time left of a run that is under way. */
export function RunProgress({ run }: { run: PromptRun }) {
  const { rate, timeLeft } = useWorkRate(run);
  const percent = Math.min(100, (run.doneCount / run.count) * 100);
  return (
    <WorkProgress
      name="run"
      phase={describePhase(run)}
      done={`${formatCount(run.doneCount)} of ${countOf(run.count, "prompt")}`}
      percent={percent}
      label="Share of the prompts that are done"
      rate={rate}
      timeLeft={timeLeft}
    />
  );
}
