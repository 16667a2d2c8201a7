import { expect } from "vitest";
import { until } from "../../loops/testing/until.ts";
import { resumeGenerationRun } from "../runs/resume-generation-run.ts";
import { driveTestOn } from "./testing/drive-test.ts";
import { makeRun } from "./testing/make-run.ts";

const driveTest = driveTestOn("postgres");
const DOLLAR = 1_000_000_000n;

driveTest("a budget is never passed, and is nearly used up", async ({ db, kit }) => {
  kit.server.configure({ latencyMs: 30 });
  const budgetNanoUsd = DOLLAR / 5n;
  const run = await makeRun(db, { prompts: 60, maxInFlight: 16, budgetNanoUsd });
  await Promise.all([kit.startWorker(), kit.startWorker()]);
  let highest = 0n;
  await until(async () => {
    const { spentNanoUsd, reservedNanoUsd, state } = await kit.readRun(run.id);
    if (spentNanoUsd + reservedNanoUsd > highest) highest = spentNanoUsd + reservedNanoUsd;
    return state === "paused";
  });
  await until(async () => (await kit.countJobs()) === 0);
  const stopped = await kit.readRun(run.id);
  expect(highest).toBeLessThanOrEqual(budgetNanoUsd);
  expect(stopped).toMatchObject({ stopReason: "budget", reservedNanoUsd: 0n });
  expect(stopped.spentNanoUsd).toBe(BigInt(kit.server.bill().billedNanoUsd));
  const [dearest = 0n] = (await kit.calls(run.id))
    .map(({ reservedNanoUsd }) => reservedNanoUsd ?? 0n)
    .toSorted((one, other) => Number(other - one));
  expect(dearest).toBe(0n);
  const { waiting = 0, done = 0, ...rest } = await kit.tally(run.id);
  expect(rest).toEqual({});
  expect(waiting + done).toBe(60);
  expect(done).toBeGreaterThan(0);

  await resumeGenerationRun(db, { userId: run.createdById, role: "admin" }, run.id, {
    budgetUsd: 5,
  });
  await kit.untilRunIs(run.id, "done");
  expect(await kit.tally(run.id)).toEqual({ done: 60 });
  expect(kit.server.requests()).toHaveLength(60);
});

driveTest("the studio's limit stops every run", async ({ db, kit }) => {
  await db.spendLimit.create({ data: { id: 1, limitNanoUsd: DOLLAR / 5n } });
  const run = await makeRun(db, { prompts: 60, maxInFlight: 8 });
  await kit.startWorker();
  await kit.untilRunIs(run.id, "paused");
  expect(await kit.readRun(run.id)).toMatchObject({ stopReason: "studio_limit" });
  await until(async () => (await kit.countJobs()) === 0);
  const studio = await db.spendLimit.findUniqueOrThrow({ where: { id: 1 } });
  expect(studio.reservedNanoUsd).toBe(0n);
  expect(studio.spentNanoUsd).toBe(BigInt(kit.server.bill().billedNanoUsd));
  expect(studio.spentNanoUsd).toBeLessThanOrEqual(DOLLAR / 5n);
});

driveTest.for([
  ["spend_limit", "spend_limit"],
  ["payment", "payment"],
  ["authentication", "authentication"],
  ["permission", "permission"],
] as const)(
  "%s stands still with the reason %s, loses nothing and goes on",
  async ([fault, reason], { db, kit }) => {
    kit.server.configure({ script: ["none", "none", fault] });
    const run = await makeRun(db, { prompts: 8, maxInFlight: 2 });
    await kit.startWorker();
    await kit.untilRunIs(run.id, "paused");
    await until(async () => (await kit.countJobs()) === 0);
    const stopped = await kit.readRun(run.id);
    expect(stopped).toMatchObject({ stopReason: reason, reservedNanoUsd: 0n });
    expect(stopped.error).not.toBeNull();
    const { done = 0, waiting = 0 } = await kit.tally(run.id);
    expect(done + waiting).toBe(8);
    expect(kit.server.requests().length).toBeLessThanOrEqual(5);
    await resumeGenerationRun(db, { userId: run.createdById, role: "admin" }, run.id);
    await kit.untilRunIs(run.id, "done");
    expect(await kit.tally(run.id)).toEqual({ done: 8 });
  },
);

driveTest("without a key a run says so and costs nothing", async ({ db, kit }) => {
  const run = await makeRun(db, { prompts: 3 });
  await kit.startWorker({ environmentKey: null });
  await kit.untilRunIs(run.id, "paused");
  expect(await kit.readRun(run.id)).toMatchObject({ stopReason: "no_key", spentNanoUsd: 0n });
  await until(async () => (await kit.countJobs()) === 0);
  expect(await kit.tally(run.id)).toEqual({ waiting: 3 });
});

driveTest(
  "a provider that is not there stops the run after some tries",
  async ({ db, kit }) => {
    const run = await makeRun(db, { prompts: 2 });
    // Nobody listens there any more.
    await kit.server.stop();
    await kit.startWorker();
    await kit.untilRunIs(run.id, "paused", 60_000);
    expect(await kit.readRun(run.id)).toMatchObject({
      stopReason: "unreachable",
      spentNanoUsd: 0n,
    });
    await until(async () => (await kit.countJobs()) === 0);
    expect(await kit.tally(run.id)).toEqual({ waiting: 2 });
    expect(await kit.readRun(run.id)).toMatchObject({ reservedNanoUsd: 0n });
  },
  90_000,
);

driveTest("one prompt that the provider refuses to take costs no other", async ({ db, kit }) => {
  kit.server.configure({ script: ["too_large", "bad_request"] });
  const run = await makeRun(db, { prompts: 5, maxInFlight: 1 });
  await kit.startWorker();
  await kit.untilRunIs(run.id, "done");
  expect(await kit.tally(run.id)).toEqual({ too_large: 1, bad_request: 1, done: 3 });
});
