import type { Database } from "@foundry/prisma/client";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { describe, expect } from "vitest";
import { pause } from "../../loops/pause.ts";
import { TokenBucket } from "../testing/llm-server/token-bucket.ts";
import { correctPace } from "./correct-pace.ts";
import { learnLimits } from "./learn-limits.ts";
import { openPace } from "./open-pace.ts";
import { pausePace } from "./pause-pace.ts";
import { takePaceSlot } from "./take-pace-slot.ts";

const KEY = "anthropic:model";
const never = new AbortController().signal;
const NO_TOKENS = { inputTokens: 0, outputTokens: 0 };
const UNKNOWN = {
  requestsPerMinute: null,
  inputTokensPerMinute: null,
  outputTokensPerMinute: null,
};

/** Waits of so many requests that come at once. */
async function takeSlots(db: Database, count: number, tokens = NO_TOKENS): Promise<number[]> {
  const waits: number[] = [];
  for (let index = 0; index < count; index += 1) waits.push(await takePaceSlot(db, KEY, tokens));
  return waits;
}

describe("the pace", () => {
  dbTest("holds nobody up while no limit is known", async ({ db }) => {
    await openPace(db, KEY);
    expect(await takeSlots(db, 5)).toEqual([0, 0, 0, 0, 0]);
  });

  dbTest(
    "uses nine tenths of a limit and never passes it, with two pools at it",
    async ({ connect }) => {
      const pools = [connect({ poolSize: 8 }), connect({ poolSize: 8 })];
      const [db] = pools;
      if (db === undefined) throw new Error("no pool");
      const perMinute = 1_200;
      await openPace(db, KEY);
      await learnLimits(db, KEY, { ...UNKNOWN, requestsPerMinute: perMinute });
      // Half a second's worth: a line that lets several go at once would overflow it.
      const bucket = new TokenBucket(perMinute, 10);
      const counts = { sent: 0, refused: 0 };
      const endsAt = performance.now() + 8_000;
      const send = async (pool: Database) => {
        while (performance.now() < endsAt) {
          await pause(await takePaceSlot(pool, KEY, NO_TOKENS), never);
          if (bucket.secondsUntil(1) > 0) counts.refused += 1;
          else bucket.take(1);
          counts.sent += 1;
        }
      };
      const startedAt = performance.now();
      await Promise.all(pools.flatMap((pool) => Array.from({ length: 8 }, () => send(pool))));
      const rate = counts.sent / ((performance.now() - startedAt) / 60_000);
      process.stdout.write(
        `pace: ${Math.round(rate)} of ${perMinute} a minute, ${counts.refused} refused\n`,
      );
      expect(counts.refused).toBe(0);
      expect(rate).toBeGreaterThanOrEqual(0.9 * perMinute);
    },
    30_000,
  );

  dbTest("gives nothing for a rest", async ({ db }) => {
    await openPace(db, KEY);
    await learnLimits(db, KEY, { ...UNKNOWN, requestsPerMinute: 60 });
    await db.llmPace.update({
      where: { key: KEY },
      data: { nextRequestAt: new Date(Date.now() - 600_000) },
    });
    const [first = 0, second = 0, third = 0] = await takeSlots(db, 3);
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(500);
    expect(third).toBeGreaterThan(1_500);
  });

  dbTest("counts tokens, and makes good what was guessed wrong", async ({ db }) => {
    await openPace(db, KEY);
    await learnLimits(db, KEY, { ...UNKNOWN, outputTokensPerMinute: 60_000 });
    const tokens = { inputTokens: 5_000, outputTokens: 2_000 };
    const [, second = 0] = await takeSlots(db, 2, tokens);
    expect(second).toBeGreaterThan(1_500);
    expect(second).toBeLessThan(2_500);
    await correctPace(db, KEY, { inputTokens: 0, outputTokens: 6_000 });
    const [third = 0] = await takeSlots(db, 1, tokens);
    expect(third).toBeGreaterThan(9_000);
  });

  dbTest("stands still for everybody when the provider asks to wait", async ({ db, connect }) => {
    await openPace(db, KEY);
    await pausePace(db, KEY, 5_000, "too many");
    await pausePace(db, KEY, 1_000, "too many");
    const [wait = 0] = await takeSlots(connect(), 1);
    expect(wait).toBeGreaterThan(4_000);
    expect(wait).toBeLessThanOrEqual(5_000);
  });
});
