import type { Import } from "@foundry/core/imports/import.schema";
import { WorkCounters } from "../../../components/work/work-counters";

/** The numbers of one import; they only grow. */
export function ImportCounters({ item }: { item: Import }) {
  return (
    <WorkCounters
      counters={[
        { label: "Records read", count: item.recordCount },
        { label: "New prompts", count: item.promptCount },
        { label: "New samples", count: item.sampleCount },
        { label: "Here already", count: item.duplicateCount },
        { label: "Bad rows", count: item.badCount, isBad: item.badCount > 0 },
        { label: "Provenance taken out", count: item.strippedCount },
      ]}
    />
  );
}
