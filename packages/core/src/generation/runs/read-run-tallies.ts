import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { GenerationRun } from "../generation.schema.ts";

/** What is counted of a run. */
export interface RunTally {
  counts: GenerationRun["counts"];
  sampleCount: number;
  /** Prompts, of a run for variations. */
  promptCount: number;
  callCount: number;
  inDoubtCount: number;
  unpricedCount: number;
}

type ItemRow = {
  runId: string;
  state: keyof GenerationRun["counts"];
  itemCount: number;
  sampleCount: number;
  promptCount: number;
};
type CallRow = { runId: string } & Pick<RunTally, "callCount" | "inDoubtCount" | "unpricedCount">;

/** Counts the items and the calls of runs, all runs in one query each. */
export async function readRunTallies(
  db: DatabaseOrTransaction,
  runIds: readonly string[],
): Promise<Map<string, RunTally>> {
  const tallies = new Map(runIds.map((runId) => [runId, makeTally()]));
  if (runIds.length === 0) return tallies;
  const items = await db.$queryRaw<ItemRow[]>`
    SELECT run_id::text AS "runId", state::text AS state, count(*)::int AS "itemCount",
      count(sample_id)::int AS "sampleCount", sum(created_count)::int AS "promptCount"
    FROM generation_item WHERE run_id = ANY(${runIds}::uuid[]) GROUP BY run_id, state`;
  // Only an answer is paid for, so only an answer can lack a price.
  const calls = await db.$queryRaw<CallRow[]>`
    SELECT run_id::text AS "runId",
      count(*) FILTER (WHERE sent_at IS NOT NULL)::int AS "callCount",
      count(*) FILTER (WHERE state = 'in_doubt')::int AS "inDoubtCount",
      count(*) FILTER (WHERE response_raw IS NOT NULL AND cost_nano_usd IS NULL)::int
        AS "unpricedCount"
    FROM llm_call WHERE run_id = ANY(${runIds}::uuid[]) GROUP BY run_id`;
  for (const { runId, state, itemCount, sampleCount, promptCount } of items) {
    const tally = tallies.get(runId);
    if (tally === undefined) continue;
    tally.counts[state] = itemCount;
    tally.sampleCount += sampleCount;
    tally.promptCount += promptCount;
  }
  for (const { runId, ...counted } of calls) Object.assign(tallies.get(runId) ?? {}, counted);
  return tallies;
}

function makeTally(): RunTally {
  return {
    counts: { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0 },
    sampleCount: 0,
    promptCount: 0,
    callCount: 0,
    inDoubtCount: 0,
    unpricedCount: 0,
  };
}
