import type { LlmBatch } from "@foundry/prisma/client";
import { publishEvent } from "../../../events/publish-event.ts";
import { ProducerError } from "../../producers/producer-error.ts";
import { findRunObstacle } from "../explain-failure.ts";
import { stopRun } from "../stop-run.ts";
import type { BatchDrive } from "./batch-drive.ts";
import { findCreatedBatch } from "./find-created-batch.ts";
import { recordBatchResults } from "./record-batch-results.ts";

/**
 * Looks at every batch of a run that is not over: finds those whose arrival nobody knows of, takes in
 * the results of those that have ended, and calls off those of a cancelled run.
 */
export async function collectOpenBatches(drive: BatchDrive): Promise<void> {
  const open = await drive.context.db.llmBatch.findMany({
    where: { runId: drive.run.id, state: { in: ["creating", "submitted"] } },
    orderBy: { id: "asc" },
  });
  for (const batch of open) {
    drive.context.signal.throwIfAborted();
    try {
      await lookAt(drive, batch);
    } catch (error) {
      if (!(error instanceof ProducerError)) throw error;
      const obstacle = findRunObstacle(error.failure);
      drive.context.logger.warn({ err: error, batchId: batch.id }, "could not look at a batch");
      if (obstacle === null) continue;
      await drive.change((tx) => stopRun(tx, drive.run.id, obstacle, error.message));
      drive.stop();
      return;
    }
  }
}

async function lookAt(drive: BatchDrive, batch: LlmBatch): Promise<void> {
  const { context, batches, run } = drive;
  const providerId = batch.providerBatchId ?? (await findCreatedBatch(drive, batch));
  if (providerId === null) return;
  let state = await batches.get(providerId, context.signal);
  if (run.state === "cancelled" && state.status === "in_progress") {
    state = await batches.cancel(providerId, context.signal);
  }
  if (state.status === "ended") await recordBatchResults(drive, batch.id, providerId);
  await drive.change(async (tx) => {
    const isOver = state.status === "ended";
    await tx.llmBatch.update({
      where: { id: batch.id },
      data: {
        checkedAt: new Date(),
        ...(isOver && { state: "done", endedAt: state.endedAt ?? new Date() }),
      },
    });
    await publishEvent(tx, { topic: "generation-run", id: run.id });
  });
}
