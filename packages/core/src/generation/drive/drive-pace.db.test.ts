import { expect } from "vitest";
import { until } from "../../loops/testing/until.ts";
import { driveTestOn } from "./testing/drive-test.ts";
import { makeRun } from "./testing/make-run.ts";

const driveTest = driveTestOn("postgres");

driveTest(
  "two workers keep a provider's limit together, and use it",
  async ({ db, kit }) => {
    const perMinute = 120;
    // A bucket of four forgives nothing but the unevenness of two processes.
    const limits = { requestsPerMinute: perMinute, burst: 4 };
    kit.server.configure({ limits, latencyMs: 300, retryAfterSeconds: 1 });
    const run = await makeRun(db, { prompts: 40, maxInFlight: 16 });
    await Promise.all([kit.spawnWorker(), kit.spawnWorker()]);
    await kit.untilRunIs(run.id, "done", 90_000);
    expect(await kit.tally(run.id)).toEqual({ done: 40 });
    const requests = kit.server.requests();
    const at = (status: number) =>
      requests
        .filter((request) => request.status === status)
        .map(({ receivedAt }) => Date.parse(receivedAt));
    // Before the first answer nobody knows the limit.
    const refused = at(429);
    const [firstServedAt = 0] = at(200);
    expect(refused.length).toBeLessThanOrEqual(16);
    expect(Math.max(firstServedAt, ...refused) - firstServedAt).toBeLessThan(5_000);
    const served = at(200).filter((time) => time > Math.max(...refused) + 1_000);
    const minutes = ((served.at(-1) ?? 0) - (served[0] ?? 0)) / 60_000;
    const rate = (served.length - 1) / minutes;
    process.stdout.write(
      `pace: ${refused.length} refused before the limit was known, then ${Math.round(rate)} of ${perMinute} a minute\n`,
    );
    expect(served.length).toBeGreaterThan(20);
    expect(rate).toBeGreaterThanOrEqual(0.9 * perMinute);
    expect(rate).toBeLessThanOrEqual(1.02 * perMinute);
  },
  120_000,
);

driveTest("all workers wait when the provider asks for it", async ({ db, kit }) => {
  const script = [...Array<"none">(10).fill("none"), "rate_limit" as const];
  kit.server.configure({ latencyMs: 30, retryAfterSeconds: 4, script });
  const run = await makeRun(db, { prompts: 40, maxInFlight: 16 });
  await Promise.all([kit.startWorker(), kit.startWorker()]);
  await until(
    async () => (await db.llmPace.count({ where: { pausedUntil: { not: null } } })) === 1,
  );
  const { pausedUntil } = await db.llmPace.findFirstOrThrow();
  await kit.untilRunIs(run.id, "done");
  const endsAt = pausedUntil?.getTime() ?? 0;
  // What was on its way when the refusal came cannot be called back.
  const within = (graceMs: number) => (at: number) => at > endsAt - 4_000 + graceMs && at < endsAt;
  const calls = await kit.calls(run.id);
  expect(calls.map(({ sentAt }) => sentAt?.getTime() ?? 0).filter(within(100))).toEqual([]);
  const requests = kit.server.requests();
  const received = requests.map(({ receivedAt }) => Date.parse(receivedAt));
  expect(received.filter(within(1_500))).toEqual([]);
  expect(received.filter((at) => at >= endsAt).length).toBeGreaterThan(10);
  expect(requests.filter(({ status }) => status === 429)).toHaveLength(1);
  expect(await kit.tally(run.id)).toEqual({ done: 40 });
  expect(calls).toHaveLength(41);
});
