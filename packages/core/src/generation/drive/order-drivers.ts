import type { Prisma } from "@foundry/prisma/client";
import { enqueueJob } from "../../jobs/enqueue.ts";
import { jobs } from "../../jobs/jobs.ts";
import { ITEMS_PER_DRIVER } from "./driver-share.ts";

/**
 * Orders the jobs that drive a run, as many as its requests in flight need. A driver that is still at
 * work is held open until the end of this transaction, so that it sees what was changed. To be called
 * before the run's row is locked: drivers lock their job first.
 */
export async function orderGenerationDrivers(
  tx: Prisma.TransactionClient,
  runId: string,
): Promise<void> {
  const run = await tx.generationRun.findUniqueOrThrow({
    where: { id: runId },
    select: { maxInFlight: true, mode: true, producer: true },
  });
  const isAlone = run.mode === "batch" || run.producer === "blueprint";
  const count = isAlone ? 1 : Math.ceil(run.maxInFlight / ITEMS_PER_DRIVER);
  for (let driver = 0; driver < count; driver += 1) await orderDriver(tx, runId, driver);
}

/**
 * Orders one driver, or holds the one that is there.
 * @param delayMs before it starts
 */
export async function orderDriver(
  tx: Prisma.TransactionClient,
  runId: string,
  driver: number,
  delayMs = 0,
): Promise<void> {
  const dedupeKey = `generation:${runId}:${driver}`;
  for (;;) {
    const payload = { runId, driver };
    const jobId = await enqueueJob(tx, jobs, "generateIrs", payload, { dedupeKey, delayMs });
    const held = await tx.$queryRaw<unknown[]>`
      SELECT FROM job
      WHERE id = ${jobId}::uuid AND dedupe_key = ${dedupeKey} AND state IN ('ready', 'running')
      FOR KEY SHARE`;
    if (held.length > 0) return;
  }
}
