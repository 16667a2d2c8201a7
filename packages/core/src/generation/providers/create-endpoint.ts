import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { makeUuidV7 } from "../../imports/make-uuid-v7.ts";
import type { Providers, SaveEndpoint } from "../provider.schema.ts";
import { assertFreeName } from "./assert-free-name.ts";
import { endpointColumns } from "./endpoint-columns.ts";
import { getProviders } from "./get-providers.ts";
import { orderProviderCheck } from "./order-provider-check.ts";

/**
 * Adds a server that speaks the chat completions API, and has a worker try it.
 * @param options.secret the studio's secret; null: no key can be kept
 * @throws DomainError `forbidden`, `conflict` when the name is taken, `unavailable` without a secret
 */
export async function createEndpoint(
  db: Database,
  actor: Actor,
  { endpoint, secret }: { endpoint: SaveEndpoint; secret: string | null },
): Promise<Providers> {
  authorize(actor, "generation.manage");
  const id = makeUuidV7();
  await inTransaction(db, async (tx) => {
    await assertFreeName(tx, endpoint.name, null);
    await tx.producerEndpoint.create({
      data: { ...endpointColumns(id, endpoint, secret), id, createdById: actor.userId },
    });
    await orderProviderCheck(tx, id);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "endpoint.created",
      subjectType: "endpoint",
      subjectId: id,
    });
  });
  return getProviders(db, actor);
}
