import { sha256Hex } from "../database/sha256.ts";

/** What one row of a dataset says, without ids, which differ from studio to studio. */
export interface HashedRow {
  /** `train`, `validation`, `test` or `pairs`. */
  part: string;
  /** Everything that counts, in a fixed order. */
  fields: readonly (string | null)[];
}

/**
 * sha256 of the content of a dataset, lower-case hex: the same for the same rows in any order, and
 * another one when a row is changed, added, doubled, taken away or moved to another part.
 */
export function hashDataset(rows: Iterable<HashedRow>): string {
  const hashes: string[] = [];
  for (const { part, fields } of rows) hashes.push(sha256Hex(JSON.stringify([part, ...fields])));
  return sha256Hex(hashes.sort().join("\n"));
}
