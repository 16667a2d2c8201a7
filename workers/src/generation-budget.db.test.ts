import { resumeGenerationRun } from "@foundry/core/generation/runs/resume-generation-run";
import type { Database } from "@foundry/prisma/client";
import { expect } from "vitest";
import { compareWithBill } from "./testing/compare-with-bill.ts";
import { generationTest } from "./testing/generation-test.ts";

const DOLLAR = 1_000_000_000n;
/** Dear enough that the dollar does not do for all. */
const MODEL = "claude-opus-5-5";
const PROMPTS = { seed: "budget", count: 150 };

generationTest(
  "a run with $1.00 never costs more, with several requests under way, and goes on with more",
  async ({ db, kit }) => {
    // An answer that is lost is paid for, too.
    const script = [...Array<"none">(5).fill("none"), "reset" as const];
    await kit.provider.configure({ script, latencyMs: 400 });
    await kit.startWorker();
    const { id, actor } = await kit.order(PROMPTS, { model: MODEL, budgetUsd: 1, maxInFlight: 24 });
    const stopped = await kit.untilAtRest(id);
    expect(stopped).toMatchObject({ state: "paused", stopReason: "budget" });
    const atStop = await compareWithBill(db, kit.provider, id);
    expect(atStop.billedNanoUsd).toBeLessThanOrEqual(DOLLAR);
    expect(atStop.spentNanoUsd + atStop.heldNanoUsd).toBeLessThanOrEqual(DOLLAR);
    // It stops because the next request could cross the limit, and not long before.
    expect(atStop.spentNanoUsd + atStop.heldNanoUsd).toBeGreaterThan((DOLLAR * 7n) / 10n);
    expect(atStop.inDoubtCount).toBe(1);
    expect(await countMostUnderWay(db, id)).toBeGreaterThanOrEqual(3);
    const itemsAtStop = await db.generationItem.groupBy({ by: ["state"], _count: true });
    expect(itemsAtStop.map(({ state }) => state)).toContain("waiting");
    expect(itemsAtStop.map(({ state }) => state)).not.toContain("running");

    await resumeGenerationRun(db, actor, id, { budgetUsd: 10 });
    const ended = await kit.untilAtRest(id);
    expect(ended).toMatchObject({ state: "done", stopReason: null });
    const atEnd = await compareWithBill(db, kit.provider, id);
    expect(atEnd.billedNanoUsd).toBeGreaterThan(DOLLAR);
    expect(atEnd.billedNanoUsd).toBeLessThanOrEqual(10n * DOLLAR);
    const open = { runId: id, state: { notIn: ["done" as const, "failed" as const] } };
    expect(await db.generationItem.count({ where: open })).toBe(0);
  },
  600_000,
);

/** Requests of a run that were under way at the same moment, at most. */
async function countMostUnderWay(db: Database, runId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ most: number }[]>`
    SELECT max(total)::int AS most FROM (
      SELECT (
        SELECT count(*) FROM llm_call other WHERE other.run_id = call.run_id
          AND other.sent_at <= call.sent_at AND other.received_at > call.sent_at
      ) AS total
      FROM llm_call call WHERE call.run_id = ${runId}::uuid AND call.sent_at IS NOT NULL
    ) counted`;
  return row?.most ?? 0;
}
