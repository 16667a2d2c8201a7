import { Prisma } from "@foundry/prisma/client";

/**
 * Two parts of a statement that has a part `changed` before them (calls, with `run_id` and `held`):
 * what those calls held back is free again, and `cost` is spent. Rows are locked in the order call,
 * run, studio, as everywhere.
 *
 * @param cost of all the calls together, which are of one run, in billionths of a dollar
 */
export function moveMoney(cost: bigint): Prisma.Sql {
  return Prisma.sql`
    run_part AS (
      UPDATE generation_run SET
        spent_nano_usd = spent_nano_usd + ${cost},
        reserved_nano_usd = reserved_nano_usd - total.held
      FROM (SELECT run_id, coalesce(sum(held), 0)::bigint AS held FROM changed GROUP BY run_id) total
      WHERE generation_run.id = total.run_id
      RETURNING total.held
    ), studio_part AS (
      UPDATE spend_limit SET
        spent_nano_usd = spent_nano_usd + ${cost},
        reserved_nano_usd = reserved_nano_usd - run_part.held
      FROM run_part WHERE spend_limit.id = 1
    )`;
}
