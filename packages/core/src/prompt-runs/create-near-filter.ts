import { NearDuplicateIndex } from "../prompts/similarity/near-duplicate-index.ts";

/**
 * Tells which texts of a corpus are equal or near to one of these texts, so that of a corpus of any
 * size only those have to be kept in memory.
 */
export function createNearFilter(texts: readonly string[]): (text: string) => boolean {
  const index = new NearDuplicateIndex();
  for (const [position, text] of texts.entries()) index.add(String(position), text);
  return (text) => index.findNeighbour(text) !== null;
}
