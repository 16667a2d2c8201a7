import type { LocatedFinding } from "../../../components/checks/reading";

type Listed = Pick<LocatedFinding, "id" | "fix">;

/** The finding after the current one, or before it; round and round. */
export function stepFinding<T extends Listed>(
  findings: readonly T[],
  currentId: string | null,
  by: 1 | -1,
): T | null {
  const at = findings.findIndex(({ id }) => id === currentId);
  const from = at < 0 && by < 0 ? 0 : at;
  return findings[(from + by + findings.length) % Math.max(1, findings.length)] ?? null;
}

/** The finding whose quick fix a key applies: the current one, or else the first that has one. */
export function findFixTarget<T extends Listed>(
  findings: readonly T[],
  currentId: string | null,
): T | null {
  const current = findings.find(({ id }) => id === currentId);
  if (current !== undefined) return current.fix === undefined ? null : current;
  return findings.find(({ fix }) => fix !== undefined) ?? null;
}

/** Where the reviewer goes on once a finding is gone from the list. */
export interface Successor {
  /** The finding that came after it. */
  id: string | null;
  /** Its place in the list, for when every path has moved. */
  index: number;
}

export function findSuccessor(findings: readonly Listed[], id: string): Successor {
  const index = findings.findIndex((finding) => finding.id === id);
  return { id: findings[index + 1]?.id ?? null, index: Math.max(0, index) };
}

export function resolveSuccessor<T extends Listed>(
  findings: readonly T[],
  { id, index }: Successor,
): T | null {
  return findings.find((finding) => finding.id === id) ?? findings[index] ?? findings[0] ?? null;
}
