/** Number of single-character slips between two short texts, or `limit` + 1 when there are more. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  let older: number[] = [];
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped =
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1];
      const substituted = at(previous, column - 1) + (isSame ? 0 : 1);
      const edited = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, substituted);
      current.push(isSwapped ? Math.min(edited, at(older, column - 2) + 1) : edited);
    }
    older = previous;
    previous = current;
  }
  return Math.min(at(previous, right.length), limit + 1);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
