import type { Prisma } from "@foundry/prisma/client";
import { recordAudit } from "../database/audit.ts";
import { publishEvent } from "../events/publish-event.ts";

/**
 * Ends an import that cannot go on; what was imported stays. Does nothing when it ended already.
 * @param error a sentence for the person who started it
 */
export async function failImport(
  tx: Prisma.TransactionClient,
  importId: string,
  error: string,
): Promise<void> {
  const [failed] = await tx.import.updateManyAndReturn({
    where: { id: importId, state: { in: ["waiting", "running"] } },
    data: { state: "failed", error, finishedAt: new Date() },
    select: { createdById: true },
  });
  if (failed === undefined) return;
  await recordAudit(tx, {
    actorId: failed.createdById,
    action: "import.failed",
    subjectType: "import",
    subjectId: importId,
  });
  await publishEvent(tx, { topic: "import", id: importId });
}
