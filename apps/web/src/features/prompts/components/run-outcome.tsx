import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { Notice } from "../../../components/notice";
import { TextWithCode } from "../../../components/text-with-code";
import { WorkOutcome } from "../../../components/work/work-outcome";
import { summariseRun } from "../summarise-run";

/** What became of a run that is over: what was stored, and why it stopped early. */
export function RunOutcome({ run }: { run: PromptRun }) {
  return (
    <WorkOutcome
      startedAt={run.startedAt}
      finishedAt={run.finishedAt}
      summary={summariseRun(run).join(" ")}
    >
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
    </WorkOutcome>
  );
}
