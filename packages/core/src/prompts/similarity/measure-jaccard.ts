/** Share of common members of two sets that are given as ascending arrays; 1 for two empty ones. */
export function measureJaccard(left: Uint32Array, right: Uint32Array): number {
  let [leftIndex, rightIndex, common] = [0, 0, 0];
  while (leftIndex < left.length && rightIndex < right.length) {
    const difference = (left[leftIndex] ?? 0) - (right[rightIndex] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) leftIndex += 1;
    if (difference >= 0) rightIndex += 1;
  }
  const union = left.length + right.length - common;
  return union === 0 ? 1 : common / union;
}
