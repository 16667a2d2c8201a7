import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { Notice } from "../../../components/notice";
import { WorkOutcome } from "../../../components/work/work-outcome";
import { summariseRun } from "../summarise-run";

/** What became of a run that stands still or is over. */
export function RunOutcome({ run }: { run: GenerationRun }) {
  return (
    <WorkOutcome
      startedAt={run.startedAt}
      finishedAt={run.finishedAt}
      summary={summariseRun(run).join(" ")}
    >
      {run.state === "cancelled" && (
        <Notice tone="skipped" title="The run was cancelled">
          What was written before is kept. “Order again” takes the prompts that still have no IR.
        </Notice>
      )}
    </WorkOutcome>
  );
}
