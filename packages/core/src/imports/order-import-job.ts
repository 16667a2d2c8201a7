import type { Prisma } from "@foundry/prisma/client";
import { recordAudit } from "../database/audit.ts";
import { publishEvent } from "../events/publish-event.ts";
import { enqueueJob } from "../jobs/enqueue.ts";
import { jobs } from "../jobs/jobs.ts";

/** Orders the work of an import in the transaction that makes it due. */
export async function orderImportJob(
  tx: Prisma.TransactionClient,
  importId: string,
  { actorId, action }: { actorId: string | null; action: "import.started" | "import.retried" },
): Promise<void> {
  const dedupeKey = `import:${importId}`;
  const jobId = await enqueueJob(tx, jobs, "importFile", { importId }, { dedupeKey });
  await tx.import.update({ where: { id: importId }, data: { jobId } });
  await recordAudit(tx, { actorId, action, subjectType: "import", subjectId: importId });
  await publishEvent(tx, { topic: "import", id: importId });
}
