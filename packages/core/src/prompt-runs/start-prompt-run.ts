import { type Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { findPromptRun } from "./find-prompt-run.ts";
import { orderPromptRunJob } from "./order-prompt-run-job.ts";
import { type OrderPrompts, type PromptRun, sumQuotas } from "./prompt-run.schema.ts";
import { readOwnTemplates } from "./read-own-templates.ts";

/**
 * Orders prompts, with the templates of people as they are now; a worker writes them.
 * @throws DomainError `forbidden`
 */
export async function startPromptRun(
  db: Database,
  actor: Actor,
  order: OrderPrompts,
): Promise<PromptRun> {
  authorize(actor, "prompts.manage");
  return inTransaction(db, async (tx) => {
    const { id } = await tx.promptRun.create({
      data: {
        ...order,
        complexityMix: order.complexityMix ?? Prisma.DbNull,
        count: sumQuotas(order.quotas),
        ownTemplates: await readOwnTemplates(tx),
        createdById: actor.userId,
      },
      select: { id: true },
    });
    await orderPromptRunJob(tx, id, { actorId: actor.userId, action: "prompt_run.started" });
    return findPromptRun(tx, id);
  });
}
