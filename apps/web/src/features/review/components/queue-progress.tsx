import type { QueueSummary } from "@foundry/core/reviews/review.schema";
import { memo } from "react";
import { countOf, formatCount } from "../../../components/format/format-count";
import { Hint } from "./hint";
import classes from "./queue-progress.module.css";

const PARTS = ["accepted", "corrected", "rejected"] as const;

/** How far the whole queue is, whoever decided it. */
export const QueueProgress = memo(function QueueProgress({
  summary,
}: {
  summary: QueueSummary | null;
}) {
  if (summary === null) return <div className={classes.progress} />;
  const decided = summary.accepted + summary.corrected + summary.rejected;
  const parts = PARTS.map((state) => `${formatCount(summary[state])} ${state}`).join(", ");
  return (
    <Hint
      text={`${parts}, ${formatCount(summary.pending)} to go. You decided ${countOf(summary.decidedByMe, "sample")}.`}
    >
      <div className={classes.progress}>
        <span>
          <strong>{formatCount(decided)}</strong> / {formatCount(summary.total)}{" "}
          <span className={classes.word}>decided</span>
        </span>
        <div
          className={classes.track}
          role="progressbar"
          aria-label="Samples decided"
          aria-valuemin={0}
          aria-valuemax={summary.total}
          aria-valuenow={decided}
        >
          {PARTS.filter((state) => summary[state] > 0).map((state) => (
            <div
              key={state}
              data-state={state}
              style={{ width: `${(100 * summary[state]) / Math.max(1, summary.total)}%` }}
            />
          ))}
        </div>
      </div>
    </Hint>
  );
});
