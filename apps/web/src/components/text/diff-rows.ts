import { type DiffLine, diffLines } from "./diff-lines";
import { type ChangedLine, markChange } from "./mark-change";

export type DiffRow =
  | (DiffLine & { row: "line"; change: ChangedLine | null })
  /** Unchanged lines that are folded away. */
  | { row: "fold"; lines: DiffLine[] };

/** Unchanged lines shown around each change. */
const CONTEXT = 3;
/** Folding fewer lines than this hides more than it saves. */
const MIN_FOLD = 4;

/** The rows of a comparison: changed lines with what changed in them, the rest folded away. */
export function diffRows(before: string, after: string): DiffRow[] {
  return groupLines(diffLines(before, after)).flatMap((group, index, groups): DiffRow[] => {
    if (group[0]?.kind !== "same") return markGroup(group);
    return foldGroup(group, index > 0, index < groups.length - 1);
  });
}

/** Runs of unchanged lines and runs of changed ones, by turns. */
function groupLines(lines: DiffLine[]): DiffLine[][] {
  const groups: DiffLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last !== undefined && (last[0]?.kind === "same") === (line.kind === "same"))
      last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function foldGroup(group: DiffLine[], hasBefore: boolean, hasAfter: boolean): DiffRow[] {
  const head = hasBefore ? CONTEXT : 0;
  const tail = hasAfter ? CONTEXT : 0;
  const show = (lines: DiffLine[]): DiffRow[] =>
    lines.map((line) => ({ row: "line", change: null, ...line }));
  if (group.length - head - tail < MIN_FOLD) return show(group);
  return [
    ...show(group.slice(0, head)),
    { row: "fold", lines: group.slice(head, group.length - tail) },
    ...show(group.slice(group.length - tail)),
  ];
}

/** Pairs the removed lines of a run with the added ones in order. */
function markGroup(group: DiffLine[]): DiffRow[] {
  const removed = group.filter(({ kind }) => kind === "removed");
  const added = group.filter(({ kind }) => kind === "added");
  const changes = removed.map((line, index) => {
    const counterpart = added[index];
    return counterpart === undefined ? null : markChange(line.text, counterpart.text);
  });
  return [
    ...removed.map((line, index): DiffRow => ({
      row: "line",
      ...line,
      change: changes[index]?.[0] ?? null,
    })),
    ...added.map((line, index): DiffRow => ({
      row: "line",
      ...line,
      change: changes[index]?.[1] ?? null,
    })),
  ];
}
