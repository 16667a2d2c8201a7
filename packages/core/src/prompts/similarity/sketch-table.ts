/** 32-bit words of a sketch: with 256 bits, a prompt of average length sets about half of them. */
const WORDS = 8;

/** The bits of a set: one for each member, by its hash. */
export function sketchSet(shingles: Uint32Array): Uint32Array {
  const sketch = new Uint32Array(WORDS);
  for (const shingle of shingles) {
    const word = (shingle >>> 5) % WORDS;
    sketch[word] = (sketch[word] ?? 0) | (1 << (shingle & 31));
  }
  return sketch;
}

/** Sketches by number, side by side in memory, because most of them are read to rule a text out. */
export class SketchTable {
  private words = new Uint32Array(1024 * WORDS);

  set(position: number, sketch: Uint32Array): void {
    if ((position + 1) * WORDS > this.words.length) {
      const larger = new Uint32Array(2 * position * WORDS);
      larger.set(this.words);
      this.words = larger;
    }
    this.words.set(sketch, position * WORDS);
  }

  /** Members of either set that the other lacks are at least as many as bits that differ. */
  countDifferences(position: number, sketch: Uint32Array): number {
    let count = 0;
    for (let word = 0; word < WORDS; word += 1) {
      count += countBits((sketch[word] ?? 0) ^ (this.words[position * WORDS + word] ?? 0));
    }
    return count;
  }
}

function countBits(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
