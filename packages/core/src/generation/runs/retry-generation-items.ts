import type { Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { DomainError } from "../../errors.ts";
import { publishEvent } from "../../events/publish-event.ts";
import { orderGenerationDrivers } from "../drive/order-drivers.ts";
import type { GenerationRun } from "../generation.schema.ts";
import { assertGenerationRun } from "./assert-generation-run.ts";
import type { RetryItems } from "./change-run.schema.ts";
import { findGenerationRun } from "./find-generation-run.ts";
import { inRunTransaction } from "./in-run-transaction.ts";

/**
 * Tries failed items of a run again, in a new round; the calls of earlier rounds stay in the ledger.
 * A paused run stays paused.
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when the run was cancelled or none of
 *   the named items has failed
 */
export async function retryGenerationItems(
  db: Database,
  actor: Actor,
  id: string,
  chosen: RetryItems,
): Promise<GenerationRun> {
  authorize(actor, "generation.manage");
  await assertGenerationRun(db, id);
  await inRunTransaction(db, async (tx) => {
    // Before the run's row is locked: drivers lock their job first.
    await orderGenerationDrivers(tx, id);
    await reopenRun(tx, id);
    const itemCount = await putBack(tx, id, chosen);
    if (itemCount === 0) {
      throw new DomainError("conflict", "None of these has failed. Nothing was changed.", {
        reason: "nothing_failed",
      });
    }
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "generation_run.retried",
      subjectType: "generation_run",
      subjectId: id,
      data: { itemCount },
    });
    await publishEvent(tx, { topic: "generation-run", id });
  });
  return findGenerationRun(db, id);
}

/** Locks the run, so that no driver ends it between this and the end of the transaction. */
async function reopenRun(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM generation_run WHERE id = ${id}::uuid FOR UPDATE`;
  const { state } = await tx.generationRun.findUniqueOrThrow({
    where: { id },
    select: { state: true },
  });
  if (state === "cancelled") {
    throw new DomainError(
      "conflict",
      "This run was cancelled. Start a new run for its prompts; nothing was changed.",
      { reason: "generation_run_cancelled" },
    );
  }
  if (state !== "done" && state !== "failed") return;
  await tx.generationRun.update({
    where: { id },
    data: { state: "waiting", stopReason: null, error: null, finishedAt: null },
  });
}

async function putBack(
  tx: Prisma.TransactionClient,
  runId: string,
  { itemIds, failure }: RetryItems,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE generation_item
    SET state = 'waiting', round = round + 1, failure = NULL, failure_message = NULL,
      run_after = NULL, claim_job_id = NULL, claim_token = NULL, updated_at = now()
    WHERE run_id = ${runId}::uuid AND state = 'failed'
      AND (${itemIds}::uuid[] IS NULL OR id = ANY(${itemIds}::uuid[]))
      AND (${failure}::text IS NULL OR failure = ${failure})`;
}
