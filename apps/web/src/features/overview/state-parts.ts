import type { StateCounts } from "@foundry/core/overview/overview.schema";
import type { BarPart } from "../../components/state/stacked-bar";

/** Counts in the order in which every bar of the studio shows them. */
export function stateParts(counts: StateCounts): BarPart[] {
  return [
    { tone: "accepted", label: "Accepted", count: counts.accepted },
    { tone: "corrected", label: "Corrected", count: counts.corrected },
    { tone: "rejected", label: "Rejected", count: counts.rejected },
    { tone: "pending", label: "Pending", count: counts.pending },
  ];
}
