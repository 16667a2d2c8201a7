import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { formatDuration } from "../../../components/format/format-duration";
import { Notice } from "../../../components/notice";
import { TextWithCode } from "../../../components/text-with-code";
import { summariseRun } from "../summarise-run";
import classes from "./run-outcome.module.css";

function describeDuration({ startedAt, finishedAt }: PromptRun): string | null {
  if (startedAt === null || finishedAt === null) return null;
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000;
  return `It took ${seconds < 1 ? "less than a second" : formatDuration(seconds)}.`;
}

/** What became of a run that is over: what was stored, and why it stopped early. */
export function RunOutcome({ run }: { run: PromptRun }) {
  const duration = describeDuration(run);
  return (
    <div className={classes.outcome}>
      {run.state === "failed" && (
        <Notice tone="rejected" title="The run stopped">
          <TextWithCode>{run.error ?? "The reason was not recorded."}</TextWithCode>
        </Notice>
      )}
      {run.state === "cancelled" && (
        <Notice tone="skipped" title="The run was cancelled">
          What was stored before is kept; “Go on” adds the rest and doubles nothing.
        </Notice>
      )}
      <p>
        {summariseRun(run).join(" ")}{" "}
        {duration !== null && <span className={classes.quiet}>{duration}</span>}
      </p>
    </div>
  );
}
