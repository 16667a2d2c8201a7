import type { TrainingRun } from "@foundry/core/training/training-run.schema";
import { Notice } from "../../../components/notice";

/** What a person must know now: why it waits, why it ended, what to do. */
export function TrainingOutcome({ run }: { run: TrainingRun }) {
  if (run.state === "waiting" && run.waitingFor !== null) {
    return (
      <Notice tone="warning" title="It waits for a machine">
        {run.waitingFor}
      </Notice>
    );
  }
  if (run.state === "failed" && run.error !== null) {
    return (
      <Notice tone="rejected" title={run.error.message}>
        {run.error.hint}
        {run.hasCheckpoint && " What was learnt up to the last checkpoint is kept."}
      </Notice>
    );
  }
  if (run.state === "cancelled") {
    return (
      <Notice tone="skipped" title="Stopped">
        {run.hasCheckpoint
          ? "What was learnt up to the last checkpoint is kept; resume goes on from there."
          : "It had not saved a checkpoint yet."}
      </Notice>
    );
  }
  return null;
}
