import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { publishEvent } from "../events/publish-event.ts";
import { cancelJob } from "../jobs/cancel-job.ts";
import { findPromptRun } from "./find-prompt-run.ts";
import type { PromptRun } from "./prompt-run.schema.ts";

/**
 * Stops a run; the prompts already stored stay.
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when it has ended already
 */
export async function cancelPromptRun(db: Database, actor: Actor, id: string): Promise<PromptRun> {
  authorize(actor, "prompts.manage");
  const { id: runId } = await findPromptRun(db, id);
  return inTransaction(db, async (tx) => {
    // The job first, as the job itself locks the two in this order.
    const { jobId } = await tx.promptRun.findUniqueOrThrow({ where: { id: runId } });
    if (jobId !== null) await cancelJob(tx, jobId);
    const { count } = await tx.promptRun.updateMany({
      where: { id: runId, state: { in: ["waiting", "running"] } },
      data: { state: "cancelled", finishedAt: new Date() },
    });
    if (count === 0) {
      throw new DomainError("conflict", "This run has ended already. Nothing was changed.", {
        reason: "prompt_run_ended",
      });
    }
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "prompt_run.cancelled",
      subjectType: "prompt_run",
      subjectId: runId,
    });
    await publishEvent(tx, { topic: "prompt-run", id: runId });
    return findPromptRun(tx, runId);
  });
}
