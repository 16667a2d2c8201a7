import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../../database/in-transaction.ts";
import { orderProviderCheck } from "../providers/order-provider-check.ts";

/**
 * Has Anthropic's key and models looked at, because the key may have changed with the environment
 * of the workers, and models come to their end. Costs nothing.
 */
export async function orderDueProviderChecks(db: Database): Promise<void> {
  await inTransaction(db, (tx) => orderProviderCheck(tx, "anthropic"));
}
