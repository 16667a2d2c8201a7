import { ITEM_FAILURES } from "@foundry/core/generation/generation.schema";
import type { Fault } from "@foundry/core/generation/testing/llm-server/settings";
import { describe, expect } from "vitest";
import { compareWithBill } from "./testing/compare-with-bill.ts";
import { generationTest } from "./testing/generation-test.ts";

const PROMPTS = { seed: "faults", count: 340 };
/** Everything that can happen to one request; what stops a whole run is tested elsewhere. */
const FAULTS: Fault[] = [
  "rate_limit",
  "server_error",
  "overloaded",
  "gateway_timeout",
  "hang",
  "reset",
  "reset_mid_reply",
  "malformed_body",
  "malformed_json",
  "truncated",
  "refusal",
  "wrong_schema",
  "empty",
];

describe.each(["postgres", "redis"] as const)("340 prompts at 20 % faults on %s", (queue) => {
  generationTest(
    "end with a valid IR or a named failure, and nothing is paid without being accounted for",
    async ({ db, kit, redis }) => {
      await kit.provider.configure({
        faultRate: 0.2,
        faults: FAULTS,
        seed: "17",
        retryAfterSeconds: 0.5,
        latencyMs: 200,
      });
      const env: Record<string, string> = queue === "redis" ? { REDIS_URL: redis.url } : {};
      let worker = await kit.startWorker(env);
      const { id } = await kit.order(PROMPTS, { maxInFlight: 32, repairTurns: 1 });
      for (const sentCount of [80, 200]) {
        await kit.untilSent(id, sentCount);
        await worker.kill();
        worker = await kit.startWorker(env);
      }
      await kit.untilSent(id, 300);
      if (queue === "redis") await redis.restart();
      else await kit.cutOffWorkers();

      const run = await kit.untilAtRest(id);
      expect(run).toMatchObject({ state: "done", stopReason: null });
      const books = await compareWithBill(db, kit.provider, id);
      process.stdout.write(`faults on ${queue}: ${JSON.stringify(books, writeBigInt)}\n`);
      expect(books.inDoubtCount, "the kills and the faults left doubts").toBeGreaterThan(0);
      const { bill } = await kit.provider.read();
      expect(Object.keys(bill.byFault).toSorted()).toEqual(FAULTS.toSorted());

      const items = await db.generationItem.findMany({ where: { runId: id } });
      expect(items).toHaveLength(PROMPTS.count);
      const failed = items.filter(({ state }) => state === "failed");
      for (const { failure, failureMessage } of failed) {
        expect(ITEM_FAILURES.filter((name) => name !== "internal")).toContain(failure);
        expect(failureMessage).toBeTruthy();
      }
      const done = items.filter(({ state }) => state === "done");
      expect(done.length + failed.length).toBe(PROMPTS.count);
      // Refused, truncated, or wrong twice: a twentieth at this rate.
      expect(failed.length).toBeLessThan(PROMPTS.count / 8);
      const valid = await db.ir.count({ where: { origin: "generated", isSchemaValid: true } });
      expect(valid).toBe(done.length);
      expect(await db.sample.count()).toBe(done.length);
    },
    900_000,
  );
});

function writeBigInt(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
