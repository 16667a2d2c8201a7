import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { SpendOverview } from "../spend.schema.ts";
import { getSpendOverview } from "./get-spend-overview.ts";
import { toNanoUsd } from "./to-nano-usd.ts";

/**
 * Sets how much all runs together may cost, in dollars; null: no limit. Runs that stand still for it
 * go on when a person lets them.
 * @throws DomainError `forbidden`
 */
export async function setSpendLimit(
  db: Database,
  actor: Actor,
  { limitUsd }: { limitUsd: number | null },
): Promise<SpendOverview> {
  authorize(actor, "generation.manage");
  const limitNanoUsd = limitUsd === null ? null : toNanoUsd(limitUsd);
  await inTransaction(db, async (tx) => {
    await tx.spendLimit.upsert({
      where: { id: 1 },
      create: { id: 1, limitNanoUsd },
      update: { limitNanoUsd },
    });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "spend_limit.set",
      subjectType: "spend_limit",
      subjectId: 1,
      data: { limitUsd },
    });
  });
  return getSpendOverview(db, actor);
}
