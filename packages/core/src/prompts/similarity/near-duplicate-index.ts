import { chooseShortest } from "./choose-shortest.ts";
import { countNeeded, measureJaccard } from "./measure-jaccard.ts";
import { normaliseText } from "./normalise-text.ts";
import { PostingList } from "./posting-list.ts";
import { shingleText } from "./shingle-text.ts";
import { sketchSet, SketchTable } from "./sketch-table.ts";

/** From this Jaccard similarity of 5-character shingles on, two texts are near-duplicates. */
export const NEAR_DUPLICATE_SIMILARITY = 0.85;

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

/** A text that is looked for, and for each of its shingles the entries that hold it. */
interface Query {
  shingles: Uint32Array;
  sketch: Uint32Array;
  holders: readonly PostingList[];
}

const NOBODY = new PostingList();

/**
 * Finds the near-duplicates among the texts that were added: all of them, and no others.
 *
 * What is near to a text lacks so few of its shingles that it holds most of any choice of them. So
 * the texts that hold its rarest ones are counted, and the stretches that all texts of a template
 * share are not looked at; see docs/decisions/0017.
 */
export class NearDuplicateIndex {
  private readonly entries: Entry[] = [];
  private readonly exact = new Map<string, Entry>();
  private readonly holders = new Map<number, PostingList>();
  private readonly sketches = new SketchTable();
  /** Of each entry how many shingles it has. */
  private sizes = new Uint32Array(1024);
  /** Of each entry how many of the rare shingles it holds; all 0 between two searches. */
  private counts = new Uint32Array(1024);

  /** Adds the text, unless something equal or near is there: then that neighbour is returned. */
  addUnlessNear(id: string, text: string): Neighbour | null {
    const normalised = normaliseText(text);
    const equal = this.findEqual(normalised);
    if (equal !== null) return equal;
    const query = this.ask(text);
    const near = this.findNear(query);
    if (near === null) this.insert({ id, text, shingles: query.shingles }, normalised, query);
    return near;
  }

  /** Adds the text also when something near is there; one that is equal to another changes nothing. */
  add(id: string, text: string): void {
    const normalised = normaliseText(text);
    if (this.exact.has(normalised)) return;
    const query = this.ask(text);
    this.insert({ id, text, shingles: query.shingles }, normalised, query);
  }

  /** What is equal or nearest to the text among those that are near, the oldest of several. */
  findNeighbour(text: string): Neighbour | null {
    return this.findEqual(normaliseText(text)) ?? this.findNear(this.ask(text));
  }

  get size(): number {
    return this.entries.length;
  }

  private findEqual(normalised: string): Neighbour | null {
    const equal = this.exact.get(normalised);
    return equal === undefined ? null : { id: equal.id, text: equal.text, similarity: 1 };
  }

  private ask(text: string): Query {
    const shingles = shingleText(text);
    const holders: PostingList[] = [];
    for (const shingle of shingles) holders.push(this.holders.get(shingle | 0) ?? NOBODY);
    return { shingles, sketch: sketchSet(shingles), holders };
  }

  private findNear(query: Query): Neighbour | null {
    const { shingles, holders } = query;
    // As many as what is near may lack, and one more; rounding must not make it one too few.
    const lacking = Math.floor((1 - NEAR_DUPLICATE_SIMILARITY) * shingles.length + 1e-6);
    const rarest = chooseShortest(holders, lacking + 1);
    let [nearest, similarity] = [-1, NEAR_DUPLICATE_SIMILARITY];
    for (const position of this.countEntries(rarest)) {
      const held = this.counts[position] ?? 0;
      this.counts[position] = 0;
      const missing = rarest.length - held;
      if (!this.canBeNear(query, position, missing, similarity)) continue;
      const other = this.entries[position]?.shingles ?? shingles;
      const found = measureJaccard(shingles, other, similarity);
      const isNearer = found > similarity || nearest < 0 || position < nearest;
      if (found < similarity || !isNearer) continue;
      [nearest, similarity] = [position, found];
    }
    const entry = this.entries[nearest];
    return entry === undefined ? null : { id: entry.id, text: entry.text, similarity };
  }

  /** @param missing how many of the rare shingles the entry lacks */
  private canBeNear(
    { shingles: { length }, sketch }: Query,
    position: number,
    missing: number,
    similarity: number,
  ): boolean {
    const size = this.sizes[position] ?? 0;
    const needed = countNeeded(length, size, similarity);
    if (missing > length - needed) return false;
    return this.sketches.countDifferences(position, sketch) <= length + size - 2 * needed;
  }

  /** @returns the entries on any of the lists; `counts` tells on how many */
  private countEntries(lists: readonly PostingList[]): number[] {
    const positions: number[] = [];
    const { counts } = this;
    for (const list of lists) {
      for (let index = 0; index < list.size; index += 1) {
        const position = list.at(index);
        const count = counts[position] ?? 0;
        if (count === 0) positions.push(position);
        counts[position] = count + 1;
      }
    }
    return positions;
  }

  private insert(entry: Entry, normalised: string, { shingles, sketch, holders }: Query): void {
    const position = this.entries.push(entry) - 1;
    if (position >= this.counts.length) {
      this.counts = new Uint32Array(2 * position);
      const sizes = new Uint32Array(2 * position);
      sizes.set(this.sizes);
      this.sizes = sizes;
    }
    this.sizes[position] = shingles.length;
    this.sketches.set(position, sketch);
    this.exact.set(normalised, entry);
    for (const [index, shingle] of shingles.entries()) {
      let list = holders[index] ?? NOBODY;
      if (list === NOBODY) {
        list = new PostingList();
        this.holders.set(shingle | 0, list);
      }
      list.push(position);
    }
  }
}
