import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import { orderEvidence } from "./order-evidence.ts";
import { readDueEvidence } from "./read-due-evidence.ts";

/**
 * Orders the runs that are due, if there are any: what a worker does when it starts, because its
 * machine may have got a sandbox since.
 */
export async function orderDueEvidence(db: Database): Promise<void> {
  if ((await readDueEvidence(db, 0)) !== null) await inTransaction(db, orderEvidence);
}
