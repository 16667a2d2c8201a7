/** One line of a comparison; the numbers count from 1 in the text that has the line. */
export interface DiffLine {
  kind: "same" | "removed" | "added";
  text: string;
  before: number | null;
  after: number | null;
}

/** Beyond this many differing lines the whole text counts as replaced: the search is quadratic. */
const MAX_EDITS = 1_000;

/** The shortest way from one text to the other, line by line (Myers 1986). */
export function diffLines(before: string, after: string): DiffLine[] {
  const left = before.split("\n");
  const right = after.split("\n");
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  while (
    end < left.length - start &&
    end < right.length - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  ) {
    end += 1;
  }
  const middle = compareMiddle(
    left.slice(start, left.length - end),
    right.slice(start, right.length - end),
  );
  return numberLines([
    ...left.slice(0, start).map((text) => ({ kind: "same" as const, text })),
    ...middle,
    ...left.slice(left.length - end).map((text) => ({ kind: "same" as const, text })),
  ]);
}

type Line = Pick<DiffLine, "kind" | "text">;

function numberLines(lines: Line[]): DiffLine[] {
  let before = 0;
  let after = 0;
  return lines.map((line) => {
    if (line.kind !== "added") before += 1;
    if (line.kind !== "removed") after += 1;
    return {
      ...line,
      before: line.kind === "added" ? null : before,
      after: line.kind === "removed" ? null : after,
    };
  });
}

function compareMiddle(left: string[], right: string[]): Line[] {
  const trace = searchEdits(left, right);
  if (trace === null) {
    return [
      ...left.map((text) => ({ kind: "removed" as const, text })),
      ...right.map((text) => ({ kind: "added" as const, text })),
    ];
  }
  return walkBack(left, right, trace);
}

type Reach = Map<number, number>;

/** The furthest reach of every diagonal before each further edit; null when it costs too much. */
function searchEdits(left: string[], right: string[]): Reach[] | null {
  const reach: Reach = new Map([[1, 0]]);
  const trace: Reach[] = [];
  const most = Math.min(left.length + right.length, MAX_EDITS);
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(new Map(reach));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = enterDiagonal(reach, diagonal, edits).x;
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal])
        x += 1;
      reach.set(diagonal, x);
      if (x >= left.length && x - diagonal >= right.length) return trace;
    }
  }
  return null;
}

/** Where the last edit lands on a diagonal, and whether it was an added line. */
function enterDiagonal(
  reach: Reach,
  diagonal: number,
  edits: number,
): { x: number; isAdded: boolean } {
  const above = reach.get(diagonal + 1) ?? -1;
  const below = reach.get(diagonal - 1) ?? -1;
  const isAdded = diagonal === -edits || (diagonal !== edits && below < above);
  return isAdded ? { x: above, isAdded } : { x: below + 1, isAdded };
}

function walkBack(left: string[], right: string[], trace: Reach[]): Line[] {
  const lines: Line[] = [];
  let x = left.length;
  let y = right.length;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const entry = enterDiagonal(trace[edits] ?? new Map(), x - y, edits);
    while (x > entry.x) {
      x -= 1;
      y -= 1;
      lines.push({ kind: "same", text: left[x] ?? "" });
    }
    if (edits === 0) break;
    if (entry.isAdded) {
      y -= 1;
      lines.push({ kind: "added", text: right[y] ?? "" });
    } else {
      x -= 1;
      lines.push({ kind: "removed", text: left[x] ?? "" });
    }
  }
  return lines.toReversed();
}
