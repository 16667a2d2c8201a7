import type { Database } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import type { Actor } from "../../auth/actor.ts";
import { cancelGenerationRun } from "./cancel-generation-run.ts";
import { countItemFailures } from "./count-item-failures.ts";
import { listGenerationItems } from "./list-generation-items.ts";
import { pauseGenerationRun } from "./pause-generation-run.ts";
import { resumeGenerationRun } from "./resume-generation-run.ts";
import { retryGenerationItems } from "./retry-generation-items.ts";
import { startGenerationRun } from "./start-generation-run.ts";
import { makeOrder } from "./testing/make-order.ts";
import { makePrompts } from "./testing/make-prompts.ts";
import { openClaude } from "./testing/open-claude.ts";

const ALL = { itemIds: null, failure: null };
const NOBODY = "01900000-0000-7000-8000-000000000000";

async function startRun(db: Database): Promise<{ actor: Actor; runId: string; itemIds: string[] }> {
  const { actor } = await makeUser(db, { role: "admin" });
  await makePrompts(db, 6);
  await openClaude(db, actor);
  const order = makeOrder({ producer: "anthropic", model: "claude-sonnet-5-5", budgetUsd: 1 });
  const { id: runId } = await startGenerationRun(db, actor, order);
  const { rows } = await listGenerationItems(db, actor, runId, { limit: 10 });
  return { actor, runId, itemIds: rows.map(({ id }) => id) };
}

const countDrivers = (db: Database) =>
  db.job.count({ where: { name: "generateIrs", state: { in: ["ready", "running"] } } });

dbTest("a run is paused and goes on, with another budget", async ({ db }) => {
  const { actor, runId } = await startRun(db);
  await expect(resumeGenerationRun(db, actor, runId)).rejects.toMatchObject({
    code: "conflict",
    reason: "generation_run_not_paused",
  });
  const paused = await pauseGenerationRun(db, actor, runId);
  expect(paused).toMatchObject({ state: "paused", stopReason: "by_person", finishedAt: null });
  await expect(pauseGenerationRun(db, actor, runId)).rejects.toMatchObject({
    reason: "generation_run_not_under_way",
  });

  // As if the drivers had seen it and ended.
  await db.job.updateMany({ data: { state: "done", dedupeKey: null } });
  const resumed = await resumeGenerationRun(db, actor, runId);
  expect(resumed).toMatchObject({ state: "waiting", stopReason: null, budgetUsd: 1 });
  expect(await countDrivers(db)).toBe(1);
  await pauseGenerationRun(db, actor, runId);
  expect(await resumeGenerationRun(db, actor, runId, { budgetUsd: 2.5 })).toMatchObject({
    budgetUsd: 2.5,
  });
  await pauseGenerationRun(db, actor, runId);
  expect(await resumeGenerationRun(db, actor, runId, { budgetUsd: null })).toMatchObject({
    budgetUsd: null,
  });
  await expect(pauseGenerationRun(db, actor, NOBODY)).rejects.toMatchObject({ code: "not_found" });
});

dbTest("a refused change orders no work", async ({ db }) => {
  const { actor, runId } = await startRun(db);
  await db.job.updateMany({ data: { state: "done", dedupeKey: null } });
  await expect(resumeGenerationRun(db, actor, runId)).rejects.toMatchObject({ code: "conflict" });
  await expect(retryGenerationItems(db, actor, runId, ALL)).rejects.toMatchObject({
    reason: "nothing_failed",
  });
  expect(await countDrivers(db)).toBe(0);
});

dbTest("a cancelled run keeps what it has and takes nothing up", async ({ db }) => {
  const { actor, runId, itemIds } = await startRun(db);
  const [done, running] = itemIds;
  await db.generationItem.update({ where: { id: done ?? "" }, data: { state: "done" } });
  await db.generationItem.update({ where: { id: running ?? "" }, data: { state: "running" } });
  const cancelled = await cancelGenerationRun(db, actor, runId);
  expect(cancelled).toMatchObject({
    state: "cancelled",
    counts: { waiting: 0, running: 1, done: 1, failed: 0, cancelled: 4 },
  });
  expect(cancelled.finishedAt).not.toBeNull();
  for (const change of [cancelGenerationRun, pauseGenerationRun, resumeGenerationRun]) {
    await expect(change(db, actor, runId)).rejects.toMatchObject({ code: "conflict" });
  }
  await expect(retryGenerationItems(db, actor, runId, ALL)).rejects.toMatchObject({
    reason: "generation_run_cancelled",
  });
  const audits = await db.auditEvent.findMany({ where: { subjectId: runId } });
  expect(audits.map(({ action }) => action)).toEqual([
    "generation_run.started",
    "generation_run.cancelled",
  ]);
});

dbTest("cancelling a run with an open batch has a worker tell the provider", async ({ db }) => {
  const { actor, runId } = await startRun(db);
  await db.llmBatch.create({ data: { runId, state: "submitted", requestCount: 6 } });
  await db.job.updateMany({ data: { state: "done", dedupeKey: null } });
  const { openBatches } = await cancelGenerationRun(db, actor, runId);
  expect(openBatches).toEqual([{ requestCount: 6, submittedAt: null, expiresAt: null }]);
  expect(await countDrivers(db)).toBe(1);
});

dbTest("failed prompts are tried again: named ones, those of a cause, or all", async ({ db }) => {
  const { actor, runId, itemIds } = await startRun(db);
  const fail = (ids: string[], failure: string) =>
    db.generationItem.updateMany({
      where: { id: { in: ids } },
      data: { state: "failed", failure, failureMessage: `It is ${failure}.` },
    });
  await fail(itemIds.slice(0, 3), "refused");
  await fail(itemIds.slice(3, 5), "truncated");
  await db.generationItem.update({ where: { id: itemIds[5] ?? "" }, data: { state: "done" } });
  await db.generationRun.update({
    where: { id: runId },
    data: { state: "done", finishedAt: new Date() },
  });
  await db.job.updateMany({ data: { state: "done", dedupeKey: null } });
  expect(await countItemFailures(db, actor, runId)).toEqual([
    { failure: "refused", count: 3, example: "It is refused." },
    { failure: "truncated", count: 2, example: "It is truncated." },
  ]);

  const named = { itemIds: [itemIds[0] ?? "", itemIds[5] ?? "", NOBODY], failure: null };
  const retried = await retryGenerationItems(db, actor, runId, named);
  expect(retried).toMatchObject({
    state: "waiting",
    finishedAt: null,
    counts: { waiting: 1, failed: 4, done: 1 },
  });
  expect(await countDrivers(db)).toBe(1);
  const [first, , , , , last] = (await listGenerationItems(db, actor, runId, { limit: 10 })).rows;
  expect(first).toMatchObject({ state: "waiting", round: 2, failure: null, failureMessage: null });
  expect(last).toMatchObject({ state: "done", round: 1 });

  await pauseGenerationRun(db, actor, runId);
  const ofCause = await retryGenerationItems(db, actor, runId, { ...ALL, failure: "truncated" });
  expect(ofCause).toMatchObject({ state: "paused", counts: { waiting: 3, failed: 2 } });
  await expect(
    retryGenerationItems(db, actor, runId, { ...ALL, failure: "truncated" }),
  ).rejects.toMatchObject({ reason: "nothing_failed" });
  expect(await retryGenerationItems(db, actor, runId, ALL)).toMatchObject({
    counts: { waiting: 5, failed: 0 },
  });
});

dbTest("a run's prompts are listed by state and cause, page by page", async ({ db }) => {
  const { actor, runId, itemIds } = await startRun(db);
  await db.generationItem.updateMany({
    where: { id: { in: itemIds.slice(1, 4) } },
    data: { state: "failed", failure: "refused" },
  });
  const positions = async (query: Parameters<typeof listGenerationItems>[3]) => {
    const page = await listGenerationItems(db, actor, runId, query);
    return [page.rows.map(({ position }) => position), page.nextCursor];
  };
  expect(await positions({ limit: 4 })).toEqual([[0, 1, 2, 3], 3]);
  expect(await positions({ limit: 4, cursor: 3 })).toEqual([[4, 5], null]);
  expect(await positions({ limit: 2, state: "failed" })).toEqual([[1, 2], 2]);
  expect(await positions({ limit: 2, state: "failed", cursor: 2 })).toEqual([[3], null]);
  expect(await positions({ limit: 9, failure: "refused" })).toEqual([[1, 2, 3], null]);
  expect(await positions({ limit: 9, failure: "truncated" })).toEqual([[], null]);
});
