import { measurePace } from "@foundry/core/generation/testing/measure-pace";
import { expect } from "vitest";
import { generationTest } from "./testing/generation-test.ts";

const PER_MINUTE = 120;
/** Until the first answers have told the limit, and what was refused before has come again. */
const WARM_UP_MS = 8_000;

generationTest(
  "two worker processes keep a provider's limit together, and use it",
  async ({ kit }) => {
    // A bucket of four forgives nothing but the unevenness of two processes.
    const limits = { requestsPerMinute: PER_MINUTE, burst: 4 };
    await kit.provider.configure({ limits, latencyMs: 300, retryAfterSeconds: 1 });
    await Promise.all([kit.startWorker(), kit.startWorker()]);
    const { id } = await kit.order({ seed: "rate", count: 70 }, { maxInFlight: 16 });
    expect(await kit.untilAtRest(id)).toMatchObject({ state: "done" });
    const { requests } = await kit.provider.read();
    const pace = measurePace(requests, WARM_UP_MS);
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
