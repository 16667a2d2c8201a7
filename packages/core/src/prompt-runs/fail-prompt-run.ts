import type { Prisma } from "@foundry/prisma/client";
import { recordAudit } from "../database/audit.ts";
import { publishEvent } from "../events/publish-event.ts";

/**
 * Ends a run that cannot go on; what it has stored stays. Does nothing when it ended already.
 * @param error a sentence for the person who started it
 */
export async function failPromptRun(
  tx: Prisma.TransactionClient,
  runId: string,
  error: string,
): Promise<void> {
  const [failed] = await tx.promptRun.updateManyAndReturn({
    where: { id: runId, state: { in: ["waiting", "running"] } },
    data: { state: "failed", error, finishedAt: new Date() },
    select: { createdById: true },
  });
  if (failed === undefined) return;
  await recordAudit(tx, {
    actorId: failed.createdById,
    action: "prompt_run.failed",
    subjectType: "prompt_run",
    subjectId: runId,
  });
  await publishEvent(tx, { topic: "prompt-run", id: runId });
}
