import { measureJaccard } from "../prompts/similarity/measure-jaccard.ts";

type Member = string | number;

/** Positions of two sets in the list, the smaller one first. */
export interface SimilarPair {
  left: number;
  right: number;
  /** Exact Jaccard similarity. */
  similarity: number;
}

const EMPTY = new Uint32Array();

/**
 * Every pair of sets with at least the given Jaccard similarity, each once; no pair is missed.
 *
 * Two sets can only be similar enough if they share one of their first members in some order, so
 * that only these are looked up, the rarest first (Bayardo, Ma and Srikant: Scaling up all pairs
 * similarity search, WWW 2007).
 *
 * @param memberSets none empty; each member once
 * @param minimum above 0, at most 1; the lower, the more pairs are compared
 */
export function* joinSimilarSets(
  memberSets: readonly Iterable<Member>[],
  minimum: number,
): Generator<SimilarPair> {
  const sets = rankMembers(memberSets);
  const bySize = [...sets.keys()].sort(
    (left, right) => (sets[left]?.length ?? 0) - (sets[right]?.length ?? 0),
  );
  const places = new Map<number, number[]>();
  for (const position of bySize) {
    const set = sets[position] ?? EMPTY;
    const prefix = set.subarray(0, prefixLength(set, minimum));
    for (const other of listCandidates(prefix, places)) {
      const otherSet = sets[other] ?? EMPTY;
      if (otherSet.length < minimum * set.length) continue;
      const similarity = measureJaccard(set, otherSet);
      if (similarity < minimum) continue;
      yield { left: Math.min(position, other), right: Math.max(position, other), similarity };
    }
    for (const member of prefix) {
      const entries = places.get(member);
      if (entries === undefined) places.set(member, [position]);
      else entries.push(position);
    }
  }
}

function listCandidates(
  prefix: Uint32Array,
  places: ReadonlyMap<number, readonly number[]>,
): Set<number> {
  const candidates = new Set<number>();
  for (const member of prefix) {
    for (const position of places.get(member) ?? []) candidates.add(position);
  }
  return candidates;
}

/** Two sets that are similar enough share a member among the first so many of each. */
function prefixLength(set: Uint32Array, minimum: number): number {
  // Rounding must never make it shorter.
  return set.length - Math.ceil(minimum * set.length - 1e-9) + 1;
}

/** The members as ascending numbers; the rarer a member, the smaller its number. */
function rankMembers(memberSets: readonly Iterable<Member>[]): Uint32Array[] {
  const counts = new Map<Member, number>();
  for (const members of memberSets) {
    for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1);
  }
  const byRarity = [...counts].sort(([, oneCount], [, otherCount]) => oneCount - otherCount);
  const ranks = new Map(byRarity.map(([member], rank) => [member, rank]));
  return memberSets.map((members) =>
    Uint32Array.from(members, (member) => ranks.get(member) ?? 0).sort(),
  );
}
