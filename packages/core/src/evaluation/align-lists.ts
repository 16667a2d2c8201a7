/** Positions of two items that belong together; null where one has no counterpart. */
export interface AlignedPair {
  expected: number | null;
  predicted: number | null;
}

/** Two items that have less in common are two different ones. */
const MIN_LIKENESS = 0.25;
/** A longer list is compared place by place. */
const MAX_CELLS = 250_000;

/**
 * Finds which items of two lists belong together, by the words in them, so that one item more or
 * less does not make all that follow look different.
 *
 * @param isOrdered pairs do not cross then, because the order means something
 */
export function alignLists(
  expected: readonly unknown[],
  predicted: readonly unknown[],
  isOrdered: boolean,
): AlignedPair[] {
  const [left, right] = [expected.map(listWords), predicted.map(listWords)];
  const isLong = left.length * right.length > MAX_CELLS;
  const pairs = isLong
    ? pairByPlace(left.length, right.length)
    : isOrdered
      ? pairInOrder(left, right)
      : pairNearest(left, right);
  const takenLeft = new Set(pairs.map(([at]) => at));
  const takenRight = new Set(pairs.map(([, at]) => at));
  return [
    ...pairs.map(([one, other]) => ({ expected: one, predicted: other })),
    ...[...left.keys()]
      .filter((at) => !takenLeft.has(at))
      .map((at) => ({ expected: at, predicted: null })),
    ...[...right.keys()]
      .filter((at) => !takenRight.has(at))
      .map((at) => ({ expected: null, predicted: at })),
  ];
}

type Pair = [left: number, right: number];

function pairByPlace(left: number, right: number): Pair[] {
  return Array.from({ length: Math.min(left, right) }, (_, at): Pair => [at, at]);
}

/** The alignment without crossings whose likenesses add up to the most (Needleman and Wunsch). */
function pairInOrder(left: readonly Set<string>[], right: readonly Set<string>[]): Pair[] {
  const width = right.length + 1;
  const best = new Float64Array((left.length + 1) * width);
  const at = (row: number, column: number) => best[row * width + column] ?? 0;
  const likenesses = left.map((one) => right.map((other) => measureLikeness(one, other)));
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const paired = (likenesses[row]?.[column] ?? 0) + at(row + 1, column + 1);
      best[row * width + column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    const likeness = likenesses[row]?.[column] ?? 0;
    if (likeness > 0 && at(row, column) === likeness + at(row + 1, column + 1)) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row, column) === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** The most alike first. */
function pairNearest(left: readonly Set<string>[], right: readonly Set<string>[]): Pair[] {
  const candidates = left.flatMap((one, row) =>
    right.map((other, column) => ({ row, column, likeness: measureLikeness(one, other) })),
  );
  candidates.sort(
    (one, other) =>
      other.likeness - one.likeness ||
      Math.abs(one.row - one.column) - Math.abs(other.row - other.column) ||
      one.row - other.row,
  );
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  const pairs: Pair[] = [];
  for (const { row, column, likeness } of candidates) {
    if (likeness === 0 || rows.has(row) || columns.has(column)) continue;
    rows.add(row);
    columns.add(column);
    pairs.push([row, column]);
  }
  return pairs.sort(([one], [other]) => one - other);
}

/** Jaccard similarity of the words, 0 below the least that counts. */
function measureLikeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  const union = left.size + right.size - common;
  const likeness = union === 0 ? 1 : common / union;
  return likeness < MIN_LIKENESS ? 0 : likeness;
}

/** The words and signs of all values, without the keys, which all items share. */
function listWords(item: unknown): Set<string> {
  return new Set(
    listTexts(item).flatMap((text) => text.match(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? []),
  );
}

function listTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [JSON.stringify(value) ?? ""];
  return Object.values(value).flatMap(listTexts);
}
