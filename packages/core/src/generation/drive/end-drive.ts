import type { GenerationRun, Prisma } from "@foundry/prisma/client";
import { recordAudit } from "../../database/audit.ts";
import { publishEvent } from "../../events/publish-event.ts";
import type { JobContext } from "../../jobs/job-context.ts";
import { orderDriver } from "./order-drivers.ts";
import { releaseItems } from "./release-items.ts";

/** A batch takes minutes to a day. */
const SOONEST_LOOK_MS = 1_000;
const LATEST_LOOK_MS = 60_000;
/** What could not be handed over is tried again. */
const AGAIN_MS = 5_000;

/**
 * Ends a driver's work, in one transaction with what follows from it: the run is done, the next
 * driver goes on, or there is more for this one.
 *
 * @param mustHandOn this driver is not to go on itself
 * @returns `again` when it is to go on
 */
export async function endDrive(
  tx: Prisma.TransactionClient,
  context: JobContext,
  { runId, driver, mustHandOn }: { runId: string; driver: number; mustHandOn: boolean },
): Promise<"again" | "over"> {
  await releaseItems(tx, context, runId);
  const [run] = await tx.$queryRaw<Pick<GenerationRun, "state" | "mode">[]>`
    SELECT state::text, mode::text FROM generation_run WHERE id = ${runId}::uuid FOR NO KEY UPDATE`;
  const isOpen = run?.state === "running" || run?.state === "waiting";
  const left = isOpen ? await countLeft(tx, runId) : { waiting: 0, running: 0 };
  const goesOn = run?.mode !== "batch";
  if (left.waiting > 0 && !mustHandOn && goesOn) return "again";
  // From here on a new order makes a new job.
  await tx.$executeRaw`UPDATE job SET dedupe_key = NULL WHERE id = ${context.jobId}::uuid`;
  const lookAgainMs = run?.state === "paused" ? null : await readBatchWait(tx, runId);
  if (lookAgainMs !== null) await orderDriver(tx, runId, driver, lookAgainMs);
  else if (left.waiting > 0) await orderDriver(tx, runId, driver, goesOn ? 0 : AGAIN_MS);
  else if (isOpen && left.running === 0) await finishRun(tx, runId);
  return "over";
}

/** Milliseconds until the open batches are worth a look; null when there are none. */
async function readBatchWait(tx: Prisma.TransactionClient, runId: string): Promise<number | null> {
  const newest = await tx.llmBatch.findFirst({
    where: { runId, state: { in: ["creating", "submitted"] } },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  });
  if (newest === null) return null;
  const ageMs = Date.now() - newest.createdAt.getTime();
  return Math.min(Math.max(ageMs / 10, SOONEST_LOOK_MS), LATEST_LOOK_MS);
}

async function countLeft(tx: Prisma.TransactionClient, runId: string) {
  const [left] = await tx.$queryRaw<{ waiting: number; running: number }[]>`
    SELECT
      count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE state = 'running')::int AS running
    FROM generation_item WHERE run_id = ${runId}::uuid AND state IN ('waiting', 'running')`;
  return left ?? { waiting: 0, running: 0 };
}

async function finishRun(tx: Prisma.TransactionClient, runId: string): Promise<void> {
  const { createdById } = await tx.generationRun.update({
    where: { id: runId },
    data: { state: "done", stopReason: null, error: null, finishedAt: new Date() },
  });
  await recordAudit(tx, {
    actorId: createdById,
    action: "generation_run.finished",
    subjectType: "generation_run",
    subjectId: runId,
  });
  await publishEvent(tx, { topic: "generation-run", id: runId });
}
