import type { DeskContent, DeskPhase } from "./desk-state";

/** What the panes show: the sample in hand, or the last one until the next is there. */
export function readContent(phase: DeskPhase): DeskContent | null {
  if (phase.kind === "claiming") return phase.before;
  if (!("sample" in phase) || phase.sample === null || phase.work === null) return null;
  return { sample: phase.sample, work: phase.work };
}
