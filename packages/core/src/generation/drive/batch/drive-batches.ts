import { createAnthropicBatches } from "../../producers/anthropic-batches.ts";
import { openAnthropicAccess } from "../../producers/open-anthropic.ts";
import { claimItems } from "../claim-items.ts";
import type { ClaimedItem, Drive, DriveParts } from "../drive.ts";
import { openModel } from "../open-model.ts";
import { stopRun } from "../stop-run.ts";
import type { BatchDrive } from "./batch-drive.ts";
import { collectOpenBatches } from "./collect-open-batches.ts";
import { planBatch } from "./plan-batch.ts";
import { submitBatch } from "./submit-batch.ts";

/** Requests of one batch at most: enough to be worth it, few enough to be read in one go. */
const ITEMS_PER_BATCH = 500;

/**
 * Drives a run in the provider's batches, one look at a time: takes in what is ready, looks at the
 * answers, and hands over what is to be asked next. The job ends then; the next one looks again.
 *
 * @param items what earlier jobs of the run have left; those of open batches among them
 */
export async function driveBatches(
  parts: DriveParts,
  drive: Drive,
  items: readonly ClaimedItem[],
): Promise<void> {
  const { context, run } = drive;
  const openCount = await context.db.llmBatch.count({
    where: { runId: run.id, state: { in: ["creating", "submitted"] } },
  });
  const isToEnd = run.state === "cancelled" && openCount > 0;
  if (drive.halt.aborted && !isToEnd && items.length === 0) return;
  const opened = await open(parts, drive);
  if (opened === null) return;
  if (!drive.halt.aborted || isToEnd) await collectOpenBatches(opened);
  let batch: readonly ClaimedItem[] = items;
  do {
    const { requests, isFull } = await planBatch(opened, batch);
    if (requests.length > 0) await submitBatch(opened, requests);
    batch = drive.halt.aborted || isFull ? [] : await claim(drive);
  } while (batch.length > 0);
}

function claim(drive: Drive): Promise<ClaimedItem[]> {
  const { context, run } = drive;
  return drive.change((tx) => claimItems(tx, context, run.id, ITEMS_PER_BATCH));
}

async function open(parts: DriveParts, drive: Drive): Promise<BatchDrive | null> {
  const model = await openModel(parts.access, drive);
  const access = await openAnthropicAccess(drive.context.db, parts.access);
  const obstacle = "obstacle" in model ? model : "obstacle" in access ? access : null;
  if (obstacle !== null) {
    await drive.change((tx) => stopRun(tx, drive.run.id, obstacle.obstacle, obstacle.message));
    drive.stop();
    return null;
  }
  if ("obstacle" in model || "obstacle" in access) return null;
  return { ...model, batches: createAnthropicBatches(access) };
}
