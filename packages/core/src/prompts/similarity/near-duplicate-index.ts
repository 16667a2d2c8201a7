import { measureJaccard } from "./measure-jaccard.ts";
import { signSet } from "./min-hash.ts";
import { normaliseText } from "./normalise-text.ts";
import { shingleText } from "./shingle-text.ts";

/** From this Jaccard similarity of 5-character shingles on, two texts are near-duplicates. */
export const NEAR_DUPLICATE_SIMILARITY = 0.85;

/**
 * 18 bands of 7 rows: a pair with a similarity of 0.85 shares a band with probability 0.9985, one
 * with 0.8 with 0.985; one with 0.5 with 0.13, and such candidates are compared exactly.
 */
const BANDS = 18;
const ROWS = 7;

export interface Neighbour {
  /** What was added together with the text. */
  id: string;
  text: string;
  /** Exact Jaccard similarity of the shingles; 1 for texts that are equal when normalised. */
  similarity: number;
}

interface Entry {
  id: string;
  text: string;
  shingles: Uint32Array;
}

/** Finds near-duplicates among the texts that were added: exact form first, then MinHash-LSH. */
export class NearDuplicateIndex {
  private readonly entries: Entry[] = [];
  private readonly exact = new Map<string, Entry>();
  private readonly buckets: Map<number, number[]>[] = Array.from(
    { length: BANDS },
    () => new Map<number, number[]>(),
  );
  /** For each entry the last query that compared it, so that no pair is compared twice. */
  private readonly lastQuery: number[] = [];
  private queries = 0;

  /** Adds the text, unless something equal or near is there: then that neighbour is returned. */
  addUnlessNear(id: string, text: string): Neighbour | null {
    const equal = this.exact.get(normaliseText(text));
    if (equal !== undefined) return { id: equal.id, text: equal.text, similarity: 1 };
    const shingles = shingleText(text);
    const keys = bandKeys(signSet(shingles));
    const near = this.findNear(shingles, keys);
    if (near === null) this.insert({ id, text, shingles }, keys);
    return near;
  }

  /** Adds the text also when something near is there; one that is equal to another changes nothing. */
  add(id: string, text: string): void {
    if (this.exact.has(normaliseText(text))) return;
    const shingles = shingleText(text);
    this.insert({ id, text, shingles }, bandKeys(signSet(shingles)));
  }

  /** What is equal or nearest to the text among those that are near; adds nothing. */
  findNeighbour(text: string): Neighbour | null {
    const equal = this.exact.get(normaliseText(text));
    if (equal !== undefined) return { id: equal.id, text: equal.text, similarity: 1 };
    const shingles = shingleText(text);
    return this.findNear(shingles, bandKeys(signSet(shingles)));
  }

  get size(): number {
    return this.entries.length;
  }

  private findNear(shingles: Uint32Array, keys: Uint32Array): Neighbour | null {
    let nearest: Neighbour | null = null;
    this.queries += 1;
    for (let band = 0; band < BANDS; band += 1) {
      for (const position of this.buckets[band]?.get(keys[band] ?? 0) ?? []) {
        const entry = this.entries[position];
        if (entry === undefined || this.lastQuery[position] === this.queries) continue;
        this.lastQuery[position] = this.queries;
        if (!canBeNear(entry.shingles.length, shingles.length)) continue;
        const similarity = measureJaccard(entry.shingles, shingles);
        if (similarity < NEAR_DUPLICATE_SIMILARITY) continue;
        if (nearest === null || similarity > nearest.similarity) {
          nearest = { id: entry.id, text: entry.text, similarity };
        }
      }
    }
    return nearest;
  }

  private insert(entry: Entry, keys: Uint32Array): void {
    const position = this.entries.push(entry) - 1;
    this.lastQuery.push(0);
    this.exact.set(normaliseText(entry.text), entry);
    for (let band = 0; band < BANDS; band += 1) {
      const bucket = this.buckets[band]?.get(keys[band] ?? 0);
      if (bucket === undefined) this.buckets[band]?.set(keys[band] ?? 0, [position]);
      else bucket.push(position);
    }
  }
}

/** The similarity of two sets is at most the ratio of their sizes. */
function canBeNear(left: number, right: number): boolean {
  return Math.min(left, right) >= NEAR_DUPLICATE_SIMILARITY * Math.max(left, right);
}

function bandKeys(signature: Uint32Array): Uint32Array {
  const keys = new Uint32Array(BANDS);
  for (let band = 0; band < BANDS; band += 1) {
    let key = band + 1;
    for (let row = 0; row < ROWS; row += 1) {
      key = Math.imul(key ^ (signature[band * ROWS + row] ?? 0), 0x9e3779b1);
      key ^= key >>> 15;
    }
    keys[band] = key >>> 0;
  }
  return keys;
}
