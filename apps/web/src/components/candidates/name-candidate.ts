import type { Candidate } from "@foundry/core/generation/candidate.schema";

/** "Candidate 2", or "Candidate 2, repaired once": the slots count from 1 for people. */
export function nameCandidate({ slot, turn }: Pick<Candidate, "slot" | "turn">): string {
  const name = `Candidate ${slot + 1}`;
  if (turn === 0) return name;
  return `${name}, repaired ${turn === 1 ? "once" : `${turn} times`}`;
}
