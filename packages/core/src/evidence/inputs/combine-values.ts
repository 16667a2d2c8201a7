/** A seeded stream of numbers from 0 to 1, the same on every machine (mulberry32). */
function makeRandom(seed: string): () => number {
  let state = 2_166_136_261;
  for (const character of seed)
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Rows with one value for each parameter: all combinations when they are few; else every value
 * once, then every pair of the first values of two parameters, then a seeded sample. Distinct.
 */
export function combineValues(lists: readonly string[][], limit: number, seed: string): string[][] {
  if (lists.some(({ length }) => length === 0)) return [];
  const count = lists.reduce((product, { length }) => product * length, 1);
  if (count <= limit) return listAll(lists);
  const random = makeRandom(seed);
  const rows = new Map<string, string[]>();
  for (const candidate of listCandidates(lists, limit, random)) {
    if (rows.size >= limit) break;
    rows.set(candidate.join("\u0000"), candidate);
  }
  return [...rows.values()];
}

function listAll(lists: readonly string[][]): string[][] {
  return lists.reduce<string[][]>(
    (rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  );
}

function* listCandidates(lists: readonly string[][], limit: number, random: () => number) {
  const pick = (list: string[], among: number) =>
    list[Math.floor(random() * Math.min(list.length, among))] ?? "None";
  if (lists.length === 1) {
    for (const value of lists[0] ?? []) yield [value];
    return;
  }
  const longest = Math.max(...lists.map(({ length }) => length));
  for (let rank = 0; rank < longest; rank++) {
    for (const [place, list] of lists.entries()) {
      const value = list[rank];
      if (value !== undefined) yield lists.map((other) => pick(other, 3)).with(place, value);
    }
  }
  for (const [left, right] of listPairs(lists.length)) {
    const width = Math.max(3, Math.floor(Math.sqrt(limit)));
    for (const a of lists[left]?.slice(0, width) ?? []) {
      for (const b of lists[right]?.slice(0, width) ?? []) {
        yield lists
          .map((other) => pick(other, width))
          .with(left, a)
          .with(right, b);
      }
    }
  }
  for (let turn = 0; turn < limit * 4; turn++) yield lists.map((list) => pick(list, Infinity));
}

function listPairs(count: number): [number, number][] {
  const places = Array.from({ length: count }, (_, place) => place);
  return places.flatMap((left) =>
    places.slice(left + 1).map((right): [number, number] => [left, right]),
  );
}
