import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { VariationFilter } from "./variation-filter.ts";

/**
 * Reads the corpus for `insertVariations`. One filter serves many calls: each takes in by itself what
 * others have added.
 */
export async function openVariationFilter(
  db: DatabaseOrTransaction,
  signal?: AbortSignal,
): Promise<VariationFilter> {
  const filter = new VariationFilter();
  await filter.catchUp(db, signal);
  return filter;
}
