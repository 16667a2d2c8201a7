import type { Database } from "@foundry/prisma/client";

/** How many of the named jobs could have started `overdueMs` ago and have not. */
export async function countOverdueJobs(
  db: Database,
  names: string[],
  overdueMs: number,
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM job
    WHERE state = 'ready'
      AND run_after < now() - ${overdueMs} * interval '1 millisecond'
      AND name = ANY(${names})`;
  return row?.count ?? 0;
}
