"use client";

import type { Import } from "@foundry/core/imports/import.schema";
import { useEffect, useState } from "react";
import { formatBytes } from "../../../components/format/format-bytes";
import { formatCount } from "../../../components/format/format-count";
import { formatDurationRange } from "../../../components/format/format-duration";
import { WorkProgress } from "../../../components/work/work-progress";
import {
  addPoint,
  estimateProgress,
  type ProgressEstimate,
  type ProgressPoint,
} from "../estimate-progress";

function describePhase({ state, bytesDone, byteCount }: Import): string {
  if (state === "waiting") return "Waiting for a free worker";
  return bytesDone >= byteCount ? "Finishing" : "Reading records";
}

function describeTimeLeft(estimate: ProgressEstimate | null): string {
  if (estimate?.secondsLeft == null) return "Time left: not known yet";
  const range = formatDurationRange(estimate.secondsLeft);
  return `${range.charAt(0).toUpperCase()}${range.slice(1)} left`;
}

/** Phase, bytes, rate and time left of an import that is under way. */
export function ImportProgress({ item }: { item: Import }) {
  const [points, setPoints] = useState<ProgressPoint[]>([]);
  useEffect(() => {
    const { bytesDone, recordCount } = item;
    setPoints((before) => addPoint(before, { at: Date.now(), bytesDone, recordCount }));
  }, [item]);
  const estimate = estimateProgress(points, item.byteCount);
  const percent = item.byteCount === 0 ? 0 : Math.min(100, (item.bytesDone / item.byteCount) * 100);
  return (
    <WorkProgress
      name="import"
      phase={describePhase(item)}
      done={`${formatBytes(item.bytesDone)} of ${formatBytes(item.byteCount)}`}
      percent={percent}
      label="Share of the file that is read"
      rate={
        estimate === null
          ? "Rate: not known yet"
          : `${formatCount(Math.round(estimate.recordsPerSecond))} records a second`
      }
      timeLeft={describeTimeLeft(estimate)}
    />
  );
}
