import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { publishEvent } from "../events/publish-event.ts";
import { cancelJob } from "../jobs/cancel-job.ts";
import { findImport } from "./find-import.ts";
import type { Import } from "./import.schema.ts";

/**
 * Stops an import; the records already in stay.
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when it has ended already
 */
export async function cancelImport(db: Database, actor: Actor, id: string): Promise<Import> {
  authorize(actor, "corpus.import");
  const { id: importId } = await findImport(db, id);
  return inTransaction(db, async (tx) => {
    // The job first, as the job itself locks the two in this order.
    const { jobId } = await tx.import.findUniqueOrThrow({ where: { id: importId } });
    if (jobId !== null) await cancelJob(tx, jobId);
    const { count } = await tx.import.updateMany({
      where: { id: importId, state: { in: ["waiting", "running"] } },
      data: { state: "cancelled", finishedAt: new Date() },
    });
    if (count === 0) {
      throw new DomainError("conflict", "This import has ended already. Nothing was changed.", {
        reason: "import_ended",
      });
    }
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "import.cancelled",
      subjectType: "import",
      subjectId: importId,
    });
    await publishEvent(tx, { topic: "import", id: importId });
    return findImport(tx, importId);
  });
}
