import { measurePace } from "@foundry/core/generation/testing/measure-pace";
import { expect } from "vitest";
import { generationTest } from "./testing/generation-test.ts";

const PER_MINUTE = 300;

generationTest(
  "two worker processes keep a provider's limit together, and use it",
  async ({ kit }) => {
    // A second's worth: a bucket that forgives nothing but the unevenness of two processes.
    const limits = { requestsPerMinute: PER_MINUTE, burst: PER_MINUTE / 60 };
    await kit.provider.configure({ limits, latencyMs: 300, retryAfterSeconds: 1 });
    await Promise.all([kit.startWorker(), kit.startWorker()]);
    const { id } = await kit.order({ seed: "rate", count: 140 }, { maxInFlight: 16 });
    expect(await kit.untilAtRest(id)).toMatchObject({ state: "done" });
    const { requests } = await kit.provider.read();
    // Before the first answer nobody knows the limit.
    const pace = measurePace(requests, 2_000);
    process.stdout.write(
      `rate: ${pace.refusedCount} refused at the start, then ${pace.perMinute.toFixed(1)} of ${PER_MINUTE} a minute\n`,
    );
    expect(pace.refusedLateCount).toBe(0);
    expect(pace.refusedCount).toBeLessThanOrEqual(16);
    expect(pace.perMinute).toBeGreaterThanOrEqual(0.9 * PER_MINUTE);
    expect(pace.perMinute).toBeLessThanOrEqual(1.02 * PER_MINUTE);
  },
  600_000,
);
