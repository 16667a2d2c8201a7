import type { Database, Prisma } from "@foundry/prisma/client";
import { inTransaction } from "../../database/in-transaction.ts";

/** A run may have 100,000 prompts. */
const TIMEOUT_MS = 60_000;

/** One transaction that may touch every prompt of a run. */
export function inRunTransaction<Result>(
  db: Database,
  work: (tx: Prisma.TransactionClient) => Promise<Result>,
): Promise<Result> {
  return inTransaction(db, work, { timeoutMs: TIMEOUT_MS });
}
