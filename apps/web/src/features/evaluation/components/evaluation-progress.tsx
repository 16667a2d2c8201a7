"use client";

import type { Evaluation } from "@foundry/core/evaluations/evaluation.schema";
import { formatCount } from "../../../components/format/format-count";
import { Panel } from "../../../components/panel";
import { useWorkRate } from "../../../components/work/use-work-rate";
import { WorkProgress } from "../../../components/work/work-progress";
import { describeProgress } from "../describe-progress";

/** Answers come in batches, and a large model takes minutes for one. */
const RATE_WINDOW_MS = 120_000;

/** How many answers of both models are there. */
export function EvaluationProgress({ evaluation }: { evaluation: Evaluation }) {
  const { phase, doneCount, count } = describeProgress(evaluation);
  const { rate, timeLeft } = useWorkRate({ doneCount, count }, RATE_WINDOW_MS, "answers");
  return (
    <Panel isFlush>
      <WorkProgress
        name="evaluation"
        phase={phase}
        done={`${formatCount(doneCount)} of ${formatCount(count)} answers`}
        percent={count === 0 ? 0 : (doneCount / count) * 100}
        label="Share of the answers that are there"
        rate={rate}
        timeLeft={timeLeft}
      />
    </Panel>
  );
}
