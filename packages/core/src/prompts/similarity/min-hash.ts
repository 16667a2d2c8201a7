/** Numbers of a signature; the standard error of an estimate is at most 1 / (2 √128) = 4.4 %. */
export const SIGNATURE_LENGTH = 128;

/** Odd multipliers and offsets of the 128 hash functions, from the golden ratio's Weyl sequence. */
const MULTIPLIERS = new Int32Array(SIGNATURE_LENGTH);
const OFFSETS = new Int32Array(SIGNATURE_LENGTH);
for (let index = 0; index < SIGNATURE_LENGTH; index += 1) {
  MULTIPLIERS[index] = mix(Math.imul(2 * index + 1, 0x9e3779b9)) | 1;
  OFFSETS[index] = mix(Math.imul(2 * index + 2, 0x9e3779b9));
}

/**
 * MinHash signature of a set of 32-bit hashes: for each hash function the smallest value over the
 * set. Two signatures agree in a place with the probability of the Jaccard similarity of their sets.
 */
export function signSet(hashes: Uint32Array): Uint32Array {
  const signature = new Uint32Array(SIGNATURE_LENGTH);
  for (let index = 0; index < SIGNATURE_LENGTH; index += 1) {
    const [offset, multiplier] = [OFFSETS[index] ?? 0, MULTIPLIERS[index] ?? 1];
    let smallest = 0xffffffff;
    for (const hash of hashes) {
      let value = Math.imul(hash ^ offset, multiplier);
      value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
      const mixed = (value ^ (value >>> 13)) >>> 0;
      if (mixed < smallest) smallest = mixed;
    }
    signature[index] = smallest;
  }
  return signature;
}

/** Share of equal places of two signatures: the estimated Jaccard similarity. */
export function estimateSimilarity(left: Uint32Array, right: Uint32Array): number {
  let equal = 0;
  for (let index = 0; index < SIGNATURE_LENGTH; index += 1) {
    if (left[index] === right[index]) equal += 1;
  }
  return equal / SIGNATURE_LENGTH;
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
