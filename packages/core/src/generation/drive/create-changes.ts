import type { Prisma } from "@foundry/prisma/client";
import { inTransaction } from "../../database/in-transaction.ts";
import type { JobContext } from "../../jobs/job-context.ts";

/**
 * Fenced transactions, one after the other: they would wait for each other anyway, on the job's row,
 * and while they wait they would hold connections.
 */
export function createChanges(context: JobContext) {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: (tx: Prisma.TransactionClient) => Promise<Result>): Promise<Result> => {
    const result = last.then(() =>
      inTransaction(context.db, async (tx) => {
        await context.fence(tx);
        return work(tx);
      }),
    );
    last = result.catch(() => {}); // Told to whoever asked for it.
    return result;
  };
}
