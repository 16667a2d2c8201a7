import type { DatabaseOrTransaction } from "@foundry/prisma/client";

/** How many samples have an IR that people found good. */
export function countGoodSamples(db: DatabaseOrTransaction): Promise<number> {
  return db.queueItem.count({ where: { state: { in: ["accepted", "corrected"] } } });
}
