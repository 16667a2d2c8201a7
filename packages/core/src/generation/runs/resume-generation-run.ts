import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { DomainError } from "../../errors.ts";
import { publishEvent } from "../../events/publish-event.ts";
import { orderGenerationDrivers } from "../drive/order-drivers.ts";
import type { GenerationRun } from "../generation.schema.ts";
import { toNanoUsd } from "../spend/to-nano-usd.ts";
import { assertGenerationRun } from "./assert-generation-run.ts";
import type { ResumeGeneration } from "./change-run.schema.ts";
import { findGenerationRun } from "./find-generation-run.ts";

/**
 * Goes on with a paused run, with another budget in dollars where one is given.
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when it is not paused
 */
export async function resumeGenerationRun(
  db: Database,
  actor: Actor,
  id: string,
  { budgetUsd }: ResumeGeneration = {},
): Promise<GenerationRun> {
  authorize(actor, "generation.manage");
  await assertGenerationRun(db, id);
  await inTransaction(db, async (tx) => {
    // Before the run's row is locked: drivers lock their job first.
    await orderGenerationDrivers(tx, id);
    const budget =
      budgetUsd === undefined
        ? {}
        : { budgetNanoUsd: budgetUsd === null ? null : toNanoUsd(budgetUsd) };
    const { count } = await tx.generationRun.updateMany({
      where: { id, state: "paused" },
      data: { state: "waiting", stopReason: null, error: null, ...budget },
    });
    if (count === 0) {
      throw new DomainError("conflict", "Only a paused run can go on. Nothing was changed.", {
        reason: "generation_run_not_paused",
      });
    }
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "generation_run.resumed",
      subjectType: "generation_run",
      subjectId: id,
      data: budgetUsd === undefined ? {} : { budgetUsd },
    });
    await publishEvent(tx, { topic: "generation-run", id });
  });
  return findGenerationRun(db, id);
}
