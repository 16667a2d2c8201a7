"use client";

import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import { notifyRefusal } from "../../../components/notify-refusal";
import { useResumeRun } from "../api/use-resume-run";
import classes from "./raise-budget.module.css";

/** Gives a run that stopped at its budget a larger one and lets it go on. */
export function RaiseBudget({ run }: { run: GenerationRun }) {
  const resume = useResumeRun(run.id);
  const [budget, setBudget] = useState<number | string>((run.budgetUsd ?? 0) * 2);
  const sum = Number(budget);
  const isLarger = budget !== "" && sum > (run.budgetUsd ?? 0);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isLarger) return;
        resume.mutate(
          { budgetUsd: sum },
          { onError: (error) => notifyRefusal("The run stays paused", error) },
        );
      }}
    >
      <NumberInput
        size="xs"
        w={120}
        aria-label="New budget in dollars"
        prefix="$"
        min={0}
        max={1_000_000}
        decimalScale={2}
        thousandSeparator=","
        value={budget}
        onChange={setBudget}
      />
      <Button size="xs" type="submit" disabled={!isLarger} loading={resume.isPending}>
        Raise the budget and resume
      </Button>
    </form>
  );
}
