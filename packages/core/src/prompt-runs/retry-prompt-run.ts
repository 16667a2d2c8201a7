import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { findPromptRun } from "./find-prompt-run.ts";
import { orderPromptRunJob } from "./order-prompt-run-job.ts";
import type { PromptRun } from "./prompt-run.schema.ts";

/**
 * Goes on with a run that failed or was cancelled, behind the prompts that it has dealt with.
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when it is not in such a state
 */
export async function retryPromptRun(db: Database, actor: Actor, id: string): Promise<PromptRun> {
  authorize(actor, "prompts.manage");
  const { id: runId } = await findPromptRun(db, id);
  return inTransaction(db, async (tx) => {
    const { count } = await tx.promptRun.updateMany({
      where: { id: runId, state: { in: ["failed", "cancelled"] } },
      data: { state: "waiting", error: null, finishedAt: null },
    });
    if (count === 0) {
      throw new DomainError(
        "conflict",
        "Only a run that failed or was cancelled can be tried again. Nothing was changed.",
        { reason: "prompt_run_not_retryable" },
      );
    }
    await orderPromptRunJob(tx, runId, { actorId: actor.userId, action: "prompt_run.retried" });
    return findPromptRun(tx, runId);
  });
}
