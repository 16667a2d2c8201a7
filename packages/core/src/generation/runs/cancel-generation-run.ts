import type { Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { DomainError } from "../../errors.ts";
import { publishEvent } from "../../events/publish-event.ts";
import { orderGenerationDrivers } from "../drive/order-drivers.ts";
import type { GenerationRun } from "../generation.schema.ts";
import { assertGenerationRun } from "./assert-generation-run.ts";
import { findGenerationRun } from "./find-generation-run.ts";
import { inRunTransaction } from "./in-run-transaction.ts";

/**
 * Ends a run; what it has made stays. Requests that were sent are let finish and are paid for.
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when it has ended already
 */
export async function cancelGenerationRun(
  db: Database,
  actor: Actor,
  id: string,
): Promise<GenerationRun> {
  authorize(actor, "generation.manage");
  await assertGenerationRun(db, id);
  await inRunTransaction(db, async (tx) => {
    await orderEndOfBatches(tx, id);
    const { count } = await tx.generationRun.updateMany({
      where: { id, state: { in: ["waiting", "running", "paused"] } },
      data: { state: "cancelled", stopReason: null, error: null, finishedAt: new Date() },
    });
    if (count === 0) {
      throw new DomainError("conflict", "This run has ended already. Nothing was changed.", {
        reason: "generation_run_ended",
      });
    }
    // Those under way are released by the worker that has them, once their requests are over.
    await tx.generationItem.updateMany({
      where: { runId: id, state: "waiting" },
      data: { state: "cancelled" },
    });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "generation_run.cancelled",
      subjectType: "generation_run",
      subjectId: id,
    });
    await publishEvent(tx, { topic: "generation-run", id });
  });
  return findGenerationRun(db, id);
}

/** A worker must tell the provider, before the run's row is locked: drivers lock their job first. */
async function orderEndOfBatches(tx: Prisma.TransactionClient, runId: string): Promise<void> {
  const open = await tx.llmBatch.count({
    where: { runId, state: { in: ["creating", "submitted"] } },
  });
  if (open > 0) await orderGenerationDrivers(tx, runId);
}
