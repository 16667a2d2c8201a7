"use client";

import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { countOf, formatCount } from "../../../components/format/format-count";
import { useNow } from "../../../components/time/use-now";
import { useWorkRate } from "../../../components/work/use-work-rate";
import { WorkProgress } from "../../../components/work/work-progress";
import { countEnded } from "../count-ended";
import { describePhase } from "../describe-phase";
import { BatchProgress } from "./batch-progress";

/** Replies take seconds to minutes, so the rate is that of the last two minutes. */
const WINDOW_MS = 120_000;

/** Phase, count, rate and time left of a run that is under way. */
export function RunProgress({ run }: { run: GenerationRun }) {
  const now = useNow();
  const doneCount = countEnded(run);
  const { rate, timeLeft } = useWorkRate({ doneCount, count: run.itemCount }, WINDOW_MS);
  const phase = describePhase(run, now);
  if (run.openBatches.length > 0) return <BatchProgress run={run} phase={phase} />;
  const failed = run.counts.failed > 0 ? `, ${formatCount(run.counts.failed)} failed` : "";
  return (
    <WorkProgress
      name="run"
      phase={phase}
      done={`${formatCount(doneCount)} of ${countOf(run.itemCount, "prompt")}${failed}`}
      percent={run.itemCount === 0 ? 0 : Math.min(100, (doneCount / run.itemCount) * 100)}
      label="Share of the prompts that are done"
      rate={rate}
      timeLeft={timeLeft}
    />
  );
}
