import type { Database, JobState } from "@foundry/prisma/client";
import { expect } from "vitest";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { pruneJobs } from "./prune-jobs.ts";

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

async function makeJob(db: Database, name: string, state: JobState, days: number) {
  const finishedAt = state === "ready" || state === "running" ? null : daysAgo(days);
  const job = await db.job.create({
    data: { name, payload: {}, maxAttempts: 1, state, finishedAt, createdAt: daysAgo(days) },
  });
  await db.outboxMessage.create({
    data: {
      topic: "job",
      key: `${job.id}-0`,
      payload: { jobId: job.id, round: 0 },
      dispatchedAt: daysAgo(days),
    },
  });
  return job.id;
}

dbTest("deletes what is old and over, and nothing that may still be needed", async ({ db }) => {
  await makeJob(db, "done long ago", "done", 8);
  await makeJob(db, "cancelled long ago", "cancelled", 8);
  await makeJob(db, "failed very long ago", "failed", 31);
  const kept = [
    await makeJob(db, "done lately", "done", 6),
    await makeJob(db, "failed long ago", "failed", 29),
    await makeJob(db, "waits for a build that knows it", "ready", 100),
    await makeJob(db, "runs for ever", "running", 100),
  ];
  const message = {
    topic: "job",
    key: "undispatched",
    payload: { jobId: kept[0] ?? "", round: 0 },
  };
  await db.outboxMessage.create({ data: { ...message, createdAt: daysAgo(100) } });

  expect(await pruneJobs(db)).toBe(3 + 5);
  const jobs = await db.job.findMany({ select: { id: true } });
  expect(jobs.map((job) => job.id).sort()).toEqual([...kept].sort());
  const messages = await db.outboxMessage.findMany({ select: { key: true } });
  expect(messages.map(({ key }) => key).sort()).toEqual(
    [`${kept[2]}-0`, `${kept[3]}-0`, "undispatched"].sort(),
  );
  expect(await pruneJobs(db)).toBe(0);
});
