"use client";

import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { useEffect, useState } from "react";
import { addRunPoint, describeRate, type RunPoint } from "./estimate-run";

/** Rate and time left of a run, from what this page saw of it. */
export function useRunRate({ doneCount, count }: PromptRun): { rate: string; timeLeft: string } {
  const [points, setPoints] = useState<RunPoint[]>([]);
  useEffect(() => {
    setPoints((before) => addRunPoint(before, { at: Date.now(), doneCount }));
  }, [doneCount]);
  return describeRate(points, count);
}
