import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import { orderSweep } from "../jobs/order-sweep.ts";
import { STORED_CHECKS_VERSION } from "./stored-checks-version.ts";

/**
 * Orders a check of the IRs that the checks of this version have not seen, if there are any: what a
 * worker does when it starts, because a new version of the product may bring other checks.
 */
export async function orderDueChecks(db: Database): Promise<void> {
  const [due] = await db.$queryRaw<unknown[]>`
    SELECT FROM ir
    WHERE (SELECT c.checks_version FROM ir_check c WHERE c.ir_id = ir.id)
      IS DISTINCT FROM ${STORED_CHECKS_VERSION}
    LIMIT 1`;
  if (due === undefined) return;
  await inTransaction(db, (tx) => orderSweep(tx, "checkIrs", { isAgain: false }));
}
