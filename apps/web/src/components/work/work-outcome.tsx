import type { ReactNode } from "react";
import { formatDuration } from "../format/format-duration";
import classes from "./work-outcome.module.css";

export interface WorkOutcomeProps {
  /** ISO 8601; null for work that never started or has not ended. */
  startedAt: string | null;
  finishedAt: string | null;
  summary: string;
  /** Why it stopped early. */
  children: ReactNode;
}

/** What became of background work that is over, and how long it took. */
export function WorkOutcome({ startedAt, finishedAt, summary, children }: WorkOutcomeProps) {
  const duration = describeDuration(startedAt, finishedAt);
  return (
    <div className={classes.outcome}>
      {children}
      <p>
        {summary} {duration !== null && <span className={classes.quiet}>{duration}</span>}
      </p>
    </div>
  );
}

function describeDuration(startedAt: string | null, finishedAt: string | null): string | null {
  if (startedAt === null || finishedAt === null) return null;
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000;
  return `It took ${seconds < 1 ? "less than a second" : formatDuration(seconds)}.`;
}
