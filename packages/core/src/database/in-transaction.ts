import { setTimeout as delay } from "node:timers/promises";
import type { Database, Prisma } from "@foundry/prisma/client";

const ATTEMPTS = 8;
const BASE_DELAY_MS = 10;
const TIMEOUT_MS = 15_000;

/**
 * Runs `work` in one READ COMMITTED transaction and repeats it when Postgres refuses it for a
 * conflict with another transaction (serialization failure, deadlock). `work` must have no effect
 * outside the transaction, because it may run up to eight times.
 *
 * @param options.timeoutMs after which it is rolled back; longer only for work on very many rows
 */
export async function inTransaction<Result>(
  db: Database,
  work: (tx: Prisma.TransactionClient) => Promise<Result>,
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, { maxWait: 5_000, timeout: timeoutMs });
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
      // Full jitter: two transactions that collided must not meet again.
      await delay(Math.random() * BASE_DELAY_MS * 2 ** attempt);
    }
  }
}

const TRANSIENT_SQL_STATES = new Set(["40001", "40P01"]);

/** Prisma reports the same conflict in several shapes, depending on the statement that hit it. */
function isTransient(error: unknown): boolean {
  for (let current = error; typeof current === "object" && current !== null;) {
    const { code, kind, originalCode, cause, meta } = current as Record<string, unknown>;
    if (code === "P2034" || kind === "TransactionWriteConflict") return true;
    if (TRANSIENT_SQL_STATES.has(String(code)) || TRANSIENT_SQL_STATES.has(String(originalCode)))
      return true;
    const nested = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
    current = nested ?? cause;
  }
  return false;
}
