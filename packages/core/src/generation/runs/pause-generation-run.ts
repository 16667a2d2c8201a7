import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { DomainError } from "../../errors.ts";
import { publishEvent } from "../../events/publish-event.ts";
import type { GenerationRun } from "../generation.schema.ts";
import { assertGenerationRun } from "./assert-generation-run.ts";
import { findGenerationRun } from "./find-generation-run.ts";

/**
 * Stops a run for now. Requests that were sent are let finish; no more are sent.
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when it is not under way
 */
export async function pauseGenerationRun(
  db: Database,
  actor: Actor,
  id: string,
): Promise<GenerationRun> {
  authorize(actor, "generation.manage");
  await assertGenerationRun(db, id);
  await inTransaction(db, async (tx) => {
    const { count } = await tx.generationRun.updateMany({
      where: { id, state: { in: ["waiting", "running"] } },
      data: { state: "paused", stopReason: "by_person", error: null },
    });
    if (count === 0) {
      throw new DomainError("conflict", "This run is not under way. Nothing was changed.", {
        reason: "generation_run_not_under_way",
      });
    }
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "generation_run.paused",
      subjectType: "generation_run",
      subjectId: id,
    });
    await publishEvent(tx, { topic: "generation-run", id });
  });
  return findGenerationRun(db, id);
}
