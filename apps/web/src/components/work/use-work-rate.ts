"use client";

import { useEffect, useState } from "react";
import { addWorkPoint, describeWork, type WorkPoint } from "./estimate-work";

/**
 * Rate and time left of work under way, from what this page saw of it.
 *
 * @param windowMs how far back the present rate is looked for; longer for slower work
 * @param things what is counted, in the plural
 */
export function useWorkRate(
  { doneCount, count }: { doneCount: number; count: number },
  windowMs = 20_000,
  things = "prompts",
): { rate: string; timeLeft: string } {
  const [points, setPoints] = useState<WorkPoint[]>([]);
  useEffect(() => {
    setPoints((before) => addWorkPoint(before, { at: Date.now(), doneCount }, windowMs));
  }, [doneCount, windowMs]);
  return describeWork(points, count, things);
}
