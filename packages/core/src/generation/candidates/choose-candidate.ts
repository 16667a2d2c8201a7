/**
 * The candidate that becomes the sample: the best score among those that fit the schema, and of
 * equal ones the one that was asked for first, with the fewest repairs. Null when none fits.
 */
export function chooseCandidate<
  Candidate extends { slot: number; turn: number; score: number; isSchemaValid: boolean },
>(candidates: readonly Candidate[]): Candidate | null {
  const [best] = candidates
    .filter(({ isSchemaValid }) => isSchemaValid)
    .toSorted(
      (left, right) => right.score - left.score || left.slot - right.slot || left.turn - right.turn,
    );
  return best ?? null;
}
