import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Providers } from "../provider.schema.ts";
import { assertEndpoint } from "./assert-endpoint.ts";
import { getProviders } from "./get-providers.ts";
import { orderProviderCheck } from "./order-provider-check.ts";

/**
 * Has a worker try a provider now; what it finds shows up in the providers' view.
 * @param subject `anthropic`, or the id of an endpoint
 * @throws DomainError `forbidden`, `not_found`
 */
export async function checkProvider(
  db: Database,
  actor: Actor,
  subject: string,
): Promise<Providers> {
  authorize(actor, "generation.manage");
  await inTransaction(db, async (tx) => {
    if (subject !== "anthropic") await assertEndpoint(tx, subject);
    await orderProviderCheck(tx, subject);
  });
  return getProviders(db, actor);
}
