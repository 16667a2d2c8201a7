import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { DomainError } from "../../errors.ts";
import type { Providers, SaveEndpoint } from "../provider.schema.ts";
import { assertEndpoint } from "./assert-endpoint.ts";
import { assertFreeName } from "./assert-free-name.ts";
import { endpointColumns } from "./endpoint-columns.ts";
import { getProviders } from "./get-providers.ts";
import { orderProviderCheck } from "./order-provider-check.ts";

/**
 * Replaces what an endpoint says, and has a worker try it. Runs that have not ended go on with it.
 * @param options.secret the studio's secret; null: no key can be kept
 * @throws DomainError `forbidden`, `not_found`, `conflict`, `unavailable` without a secret,
 *   `invalid_input` when the stored key would be sent to another address
 */
export async function changeEndpoint(
  db: Database,
  actor: Actor,
  id: string,
  { endpoint, secret }: { endpoint: SaveEndpoint; secret: string | null },
): Promise<Providers> {
  authorize(actor, "generation.manage");
  await inTransaction(db, async (tx) => {
    await assertEndpoint(tx, id);
    await assertFreeName(tx, endpoint.name, id);
    const before = await tx.producerEndpoint.findUniqueOrThrow({ where: { id } });
    if (endpoint.key === undefined && before.hint !== null) {
      assertSameOrigin(before.baseUrl, endpoint.baseUrl);
    }
    await tx.producerEndpoint.update({
      where: { id },
      data: endpointColumns(id, endpoint, secret),
    });
    await tx.providerCheck.deleteMany({ where: { subject: id } });
    await orderProviderCheck(tx, id);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "endpoint.changed",
      subjectType: "endpoint",
      subjectId: id,
    });
  });
  return getProviders(db, actor);
}

/** A stored key is shown to nobody, so it must not be sent where its owner did not put it either. */
function assertSameOrigin(before: string, after: string): void {
  if (new URL(before).origin === new URL(after).origin) return;
  throw new DomainError(
    "invalid_input",
    "The address is another one. Enter the key again or remove it; nothing was changed.",
    { reason: "key_needed", problems: [{ path: "/key", message: "enter the key again" }] },
  );
}
