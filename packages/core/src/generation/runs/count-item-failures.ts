import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { assertGenerationRun } from "./assert-generation-run.ts";
import { type ItemFailureCount, itemFailureCountSchema } from "./item-failure-count.schema.ts";

/**
 * The failed items of a run by their cause, the most frequent first.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function countItemFailures(
  db: Database,
  actor: Actor,
  runId: string,
): Promise<ItemFailureCount[]> {
  authorize(actor, "generation.manage");
  await assertGenerationRun(db, runId);
  const rows = await db.$queryRaw<unknown[]>`
    SELECT failure, count(*)::int AS count, min(failure_message) AS example
    FROM generation_item
    WHERE run_id = ${runId}::uuid AND state = 'failed' AND failure IS NOT NULL
    GROUP BY failure ORDER BY count DESC, failure`;
  return rows.map((row) => itemFailureCountSchema.parse(row));
}
