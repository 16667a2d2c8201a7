import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { DomainError } from "../../errors.ts";
import { assertEndpoint } from "./assert-endpoint.ts";

/**
 * Takes an endpoint away and forgets its key. Its name stays in the ledger.
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when a run that has not ended needs it
 */
export async function archiveEndpoint(db: Database, actor: Actor, id: string): Promise<void> {
  authorize(actor, "generation.manage");
  await inTransaction(db, async (tx) => {
    await assertEndpoint(tx, id);
    const open = await tx.generationRun.count({
      where: { endpointId: id, state: { in: ["waiting", "running", "paused"] } },
    });
    if (open > 0) {
      throw new DomainError(
        "conflict",
        "A run that has not ended uses this endpoint. Cancel the run first; nothing was deleted.",
        { reason: "endpoint_in_use" },
      );
    }
    await tx.producerEndpoint.update({
      where: { id },
      data: { archivedAt: new Date(), ciphertext: null, hint: null },
    });
    await tx.providerCheck.deleteMany({ where: { subject: id } });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "endpoint.deleted",
      subjectType: "endpoint",
      subjectId: id,
    });
  });
}
