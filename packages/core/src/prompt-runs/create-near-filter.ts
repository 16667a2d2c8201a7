import { NEAR_DUPLICATE_SIMILARITY } from "../prompts/similarity/near-duplicate-index.ts";
import { shingleText } from "../prompts/similarity/shingle-text.ts";

/**
 * Tells which texts of a corpus are near to one of a few texts, exactly, and for up to about 1,000
 * of them faster than a corpus is put into an index.
 */
export function createNearFilter(texts: readonly string[]): (text: string) => boolean {
  const sizes = new Uint32Array(texts.length);
  const holders = new Map<number, number[]>();
  for (const [position, text] of texts.entries()) {
    const shingles = shingleText(text);
    sizes[position] = shingles.length;
    for (const shingle of shingles) {
      const known = holders.get(shingle);
      if (known === undefined) holders.set(shingle, [position]);
      else known.push(position);
    }
  }
  const common = new Uint32Array(texts.length);
  return (text) => {
    const shingles = shingleText(text);
    common.fill(0);
    for (const shingle of shingles) {
      for (const position of holders.get(shingle) ?? []) {
        common[position] = (common[position] ?? 0) + 1;
      }
    }
    return common.some((count, position) => {
      const union = shingles.length + (sizes[position] ?? 0) - count;
      return count >= NEAR_DUPLICATE_SIMILARITY * union;
    });
  };
}
