import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { WorkCounters } from "../../../components/work/work-counters";

/** The numbers of one run. */
export function RunCounters({ run }: { run: PromptRun }) {
  return (
    <WorkCounters
      counters={[
        { label: "Asked for", count: run.count },
        { label: "Stored", count: run.createdCount },
        { label: "Here already", count: run.keptCount },
        { label: "Refused", count: run.refusedCount },
        { label: "IRs for review", count: run.sampleCount },
      ]}
    />
  );
}
