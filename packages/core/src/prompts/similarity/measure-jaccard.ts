/**
 * Share of common members of two sets that are given as ascending arrays; 1 for two empty ones.
 *
 * @param least where the exact share is of interest from: of sets that share less, 0 is answered as
 *   soon as that is certain
 */
export function measureJaccard(left: Uint32Array, right: Uint32Array, least = 0): number {
  const needed = countNeeded(left.length, right.length, least);
  let [leftIndex, rightIndex, common] = [0, 0, 0];
  let [leftSpare, rightSpare] = [left.length - needed, right.length - needed];
  while (leftIndex < left.length && rightIndex < right.length) {
    const difference = (left[leftIndex] ?? 0) - (right[rightIndex] ?? 0);
    if (difference === 0) common += 1;
    else if (difference < 0) leftSpare -= 1;
    else rightSpare -= 1;
    if (leftSpare < 0 || rightSpare < 0) return 0;
    if (difference <= 0) leftIndex += 1;
    if (difference >= 0) rightIndex += 1;
  }
  const union = left.length + right.length - common;
  const similarity = union === 0 ? 1 : common / union;
  return similarity < least ? 0 : similarity;
}

/** Members that two sets of these sizes have in common at the least when they are that similar. */
export function countNeeded(left: number, right: number, similarity: number): number {
  // Rounding must not ask for one too many.
  return Math.ceil((similarity / (1 + similarity)) * (left + right) - 1e-6);
}
