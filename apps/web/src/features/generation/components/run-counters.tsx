import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { formatMoney } from "../../../components/format/format-money";
import { WorkCounters } from "../../../components/work/work-counters";

/** The numbers of one run. */
export function RunCounters({ run }: { run: GenerationRun }) {
  const { counts } = run;
  const isFree = run.producer === "blueprint";
  return (
    <WorkCounters
      counters={[
        { label: "Done", count: counts.done },
        { label: "Under way", count: counts.running },
        { label: "Waiting", count: counts.waiting },
        { label: "Failed", count: counts.failed, isBad: counts.failed > 0 },
        {
          label: run.purpose === "irs" ? "New samples" : "New prompts",
          count: run.createdCount,
        },
        ...(isFree
          ? []
          : [
              { label: "Calls sent", count: run.callCount },
              { label: "Spent", count: formatMoney(run.spentUsd) },
            ]),
      ]}
    />
  );
}
