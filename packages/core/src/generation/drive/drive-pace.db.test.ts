import { expect } from "vitest";
import { until } from "../../loops/testing/until.ts";
import { driveTestOn } from "./testing/drive-test.ts";
import { makeRun } from "./testing/make-run.ts";

const driveTest = driveTestOn("postgres");

driveTest(
  "two workers keep a provider's limit together, and use it",
  async ({ db, kit }) => {
    const perMinute = 240;
    // A bucket of three forgives nothing but the unevenness of two processes.
    const limits = { requestsPerMinute: perMinute, burst: 3 };
    kit.server.configure({ limits, latencyMs: 300, retryAfterSeconds: 1 });
    const run = await makeRun(db, { prompts: 60, maxInFlight: 16 });
    await Promise.all([kit.spawnWorker(), kit.spawnWorker()]);
    await kit.untilRunIs(run.id, "done", 60_000);
    expect(await kit.tally(run.id)).toEqual({ done: 60 });
    const requests = kit.server.requests();
    const refused = requests.filter(({ status }) => status === 429);
    // Before the first answer nobody knows the limit.
    const learntAt = Math.max(...refused.map(({ receivedAt }) => Date.parse(receivedAt)), 0);
    const served = requests
      .filter(({ status }) => status === 200)
      .map(({ receivedAt }) => Date.parse(receivedAt))
      .filter((at) => at > learntAt + 1_500);
    const minutes = ((served.at(-1) ?? 0) - (served[0] ?? 0)) / 60_000;
    const rate = (served.length - 1) / minutes;
    process.stdout.write(
      `pace: ${refused.length} refused before the limit was known, then ${Math.round(rate)} of ${perMinute} a minute\n`,
    );
    expect(refused.length).toBeLessThanOrEqual(14);
    expect(served.length).toBeGreaterThan(30);
    expect(rate).toBeGreaterThanOrEqual(0.9 * perMinute);
    expect(rate).toBeLessThanOrEqual(1.02 * perMinute);
  },
  90_000,
);

driveTest("all workers wait when the provider asks for it", async ({ db, kit }) => {
  kit.server.configure({ latencyMs: 30, retryAfterSeconds: 2 });
  kit.server.configure({ script: [...Array<"none">(10).fill("none"), "rate_limit"] });
  const run = await makeRun(db, { prompts: 40, maxInFlight: 16 });
  await Promise.all([kit.startWorker(), kit.startWorker()]);
  await until(async () => (await db.llmPace.count({ where: { pausedUntil: { not: null } } })) === 1);
  const pace = await db.llmPace.findFirstOrThrow();
  await kit.untilRunIs(run.id, "done");
  const requests = kit.server.requests();
  const refusedAt = Date.parse(requests.find(({ status }) => status === 429)?.receivedAt ?? "");
  const pausedUntil = pace.pausedUntil?.getTime() ?? 0;
  expect(pausedUntil - refusedAt).toBeGreaterThanOrEqual(2_000);
  // What was on its way when the refusal came cannot be called back.
  const during = requests
    .map(({ receivedAt }) => Date.parse(receivedAt))
    .filter((at) => at > refusedAt + 400 && at < pausedUntil)
    .map((at) => at - refusedAt);
  expect(during).toEqual([]);
  expect(requests.filter(({ status }) => status === 429)).toHaveLength(1);
  expect(await kit.tally(run.id)).toEqual({ done: 40 });
  expect(await kit.calls(run.id)).toHaveLength(41);
});
