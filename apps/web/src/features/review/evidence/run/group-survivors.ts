import type { EvidenceExample, SurvivingMutant } from "@foundry/core/evidence/evidence-report";

export interface SurvivorGroup {
  /** The smallest input that shows the changes; null when none is known. */
  example: EvidenceExample | null;
  changes: string[];
}

/** Changes that one input shows, and so one assertion would notice, stand together. */
export function groupSurvivors(survivors: readonly SurvivingMutant[]): SurvivorGroup[] {
  const groups = new Map<number, SurvivorGroup>();
  for (const { change, example } of survivors) {
    const key = example?.input ?? -1;
    const group = groups.get(key) ?? { example, changes: [] };
    if (!group.changes.includes(change)) group.changes.push(change);
    groups.set(key, group);
  }
  return [...groups.values()];
}
