import type { Comparison } from "./ledger-entry.ts";

/**
 * Where a comparison cuts the number line, as an offset from its number: just below it, just above
 * it; null for equality. `< 8` and `>= 8` cut at the same place.
 */
export function boundarySide(comparison: Comparison | null): -0.5 | 0.5 | null {
  switch (comparison) {
    case "<":
    case ">=":
      return -0.5;
    case ">":
    case "<=":
      return 0.5;
    default:
      return null;
  }
}

/** Whether two comparisons of whole numbers cut at the same place: `< 8` and `<= 7` do. */
export function isSameBoundary(
  left: { comparison: Comparison | null; number: number },
  right: { comparison: Comparison | null; number: number },
): boolean {
  const leftSide = boundarySide(left.comparison);
  const rightSide = boundarySide(right.comparison);
  if (leftSide === null || rightSide === null) return false;
  return left.number + leftSide === right.number + rightSide;
}
