"use client";

import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { Progress } from "@mantine/core";
import { countOf, formatCount } from "../../../components/format/format-count";
import { useRunRate } from "../use-run-rate";
import classes from "./run-progress.module.css";

function describePhase({ state, doneCount, count }: PromptRun): string {
  if (state === "waiting") return "Waiting for a free worker";
  if (doneCount === 0) return "Drawing the prompts";
  return doneCount >= count ? "Finishing" : "Storing the prompts";
}

/** Phase, count, rate and time left of a run that is under way. */
export function RunProgress({ run }: { run: PromptRun }) {
  const { rate, timeLeft } = useRunRate(run);
  const percent = Math.min(100, (run.doneCount / run.count) * 100);
  return (
    <div className={classes.progress}>
      <div className={classes.line}>
        <strong role="status">{describePhase(run)}</strong>
        <span>{`${formatCount(run.doneCount)} of ${countOf(run.count, "prompt")} · ${Math.floor(percent)} %`}</span>
      </div>
      <Progress value={percent} size="md" aria-label="Share of the prompts that are done" />
      <div className={classes.line}>
        <span>{rate}</span>
        <span>{timeLeft}</span>
      </div>
      <p>
        You can close this page: the run goes on, and this page shows how far it is whenever you
        return.
      </p>
    </div>
  );
}
