import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { type SpendOverview, spendOverviewSchema } from "../spend.schema.ts";
import { toUsd } from "./to-usd.ts";

/**
 * The money of all runs together, in dollars. Sums are of the ledger, so that a row is in every one
 * of them or in none.
 * @throws DomainError `forbidden`
 */
export async function getSpendOverview(db: Database, actor: Actor): Promise<SpendOverview> {
  authorize(actor, "generation.manage");
  const [limit, totals, byModel, byCategory, acceptedCount] = await Promise.all([
    db.spendLimit.findUnique({ where: { id: 1 } }),
    readTotals(db),
    readByModel(db),
    readByCategory(db),
    countAccepted(db),
  ]);
  const { spentNano, reservedNano, ...counts } = totals;
  return spendOverviewSchema.parse({
    limitUsd: limit === null || limit.limitNanoUsd === null ? null : toUsd(limit.limitNanoUsd),
    spentUsd: toUsd(spentNano),
    reservedUsd: toUsd(reservedNano),
    ...counts,
    perAcceptedSampleUsd: acceptedCount === 0 ? null : toUsd(spentNano) / acceptedCount,
    acceptedCount,
    byModel: byModel.map(withUsd),
    byCategory: byCategory.map(withUsd),
  });
}

async function readTotals(db: Database) {
  const [totals] = await db.$queryRaw<
    { spentNano: bigint; reservedNano: bigint; inDoubtCount: number; unpricedCount: number }[]
  >`
    SELECT coalesce(sum(cost_nano_usd), 0)::bigint AS "spentNano",
      coalesce(sum(reserved_nano_usd), 0)::bigint AS "reservedNano",
      count(*) FILTER (WHERE state = 'in_doubt')::int AS "inDoubtCount",
      count(*) FILTER (WHERE response_raw IS NOT NULL AND cost_nano_usd IS NULL)::int
        AS "unpricedCount"
    FROM llm_call`;
  if (totals === undefined) throw new Error("a sum has no row");
  return totals;
}

function readByModel(db: Database) {
  return db.$queryRaw<{ provider: string; model: string; callCount: number; spentNano: bigint }[]>`
    SELECT provider, model, count(*) FILTER (WHERE sent_at IS NOT NULL)::int AS "callCount",
      coalesce(sum(cost_nano_usd), 0)::bigint AS "spentNano"
    FROM llm_call GROUP BY provider, model ORDER BY "spentNano" DESC, provider, model`;
}

function readByCategory(db: Database) {
  return db.$queryRaw<{ category: string | null; callCount: number; spentNano: bigint }[]>`
    SELECT p.category, count(*) FILTER (WHERE l.sent_at IS NOT NULL)::int AS "callCount",
      coalesce(sum(l.cost_nano_usd), 0)::bigint AS "spentNano"
    FROM llm_call l
    LEFT JOIN generation_item i ON i.id = l.item_id
    LEFT JOIN prompt p ON p.id = i.prompt_id
    GROUP BY p.category ORDER BY "spentNano" DESC, p.category`;
}

/** Samples that a paid run wrote and that people took, as they came or corrected. */
async function countAccepted(db: Database): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM queue_item q
    WHERE q.state IN ('accepted', 'corrected') AND EXISTS (
      SELECT FROM generation_item i JOIN generation_run r ON r.id = i.run_id
      WHERE i.sample_id = q.sample_id AND r.producer <> 'blueprint'
    )`;
  return row?.count ?? 0;
}

function withUsd<Row extends { spentNano: bigint }>({ spentNano, ...row }: Row) {
  return { ...row, spentUsd: toUsd(spentNano) };
}
