import { inTransaction } from "../../../database/in-transaction.ts";
import { makeUuidV7 } from "../../../imports/make-uuid-v7.ts";
import { endCalls } from "../../ledger/end-calls.ts";
import { pausePace } from "../../pace/pause-pace.ts";
import type { BatchState } from "../../producers/anthropic-batches.ts";
import type { StopReason } from "../../generation.schema.ts";
import { ProducerError, type ProducerFailure } from "../../producers/producer-error.ts";
import { describeCallEnd, findItemObstacle, findRunObstacle } from "../explain-failure.ts";
import { stopRun } from "../stop-run.ts";
import type { BatchDrive } from "./batch-drive.ts";
import type { PlannedRequest } from "./plan-batch.ts";

/**
 * Hands requests over as one batch. That it is being handed over is committed before the first byte
 * leaves; when nobody knows whether it arrived, the next look asks the provider.
 */
export async function submitBatch(
  drive: BatchDrive,
  planned: readonly PlannedRequest[],
): Promise<void> {
  const batchId = makeUuidV7();
  await markCreating(drive, batchId, planned);
  const requests = planned.map(({ callId, request }) => ({ customId: callId, request }));
  let state: BatchState;
  try {
    state = await drive.batches.create(requests, drive.cut);
  } catch (error) {
    if (!(error instanceof ProducerError)) throw error;
    if (error.isPaid === "no") await undo(drive, batchId, error);
    else drive.context.logger.warn({ err: error, batchId }, "nobody knows whether a batch arrived");
    return;
  }
  await recordSubmitted(drive, batchId, state);
}

async function markCreating(
  drive: BatchDrive,
  batchId: string,
  planned: readonly PlannedRequest[],
): Promise<void> {
  const callIds = planned.map(({ callId }) => callId);
  await drive.change(async (tx) => {
    await tx.llmBatch.create({
      data: { id: batchId, runId: drive.run.id, requestCount: planned.length },
    });
    await tx.llmCall.updateMany({
      where: { id: { in: callIds }, state: "planned" },
      data: { state: "sending", sentAt: new Date(), batchId },
    });
  });
}

/** Not fenced: the provider has it, whoever holds the job now. */
export async function recordSubmitted(
  { context }: BatchDrive,
  batchId: string,
  { id, createdAt, expiresAt }: BatchState,
): Promise<void> {
  await inTransaction(context.db, (tx) =>
    tx.llmBatch.updateMany({
      where: { id: batchId, state: "creating" },
      data: { state: "submitted", providerBatchId: id, submittedAt: createdAt, expiresAt },
    }),
  );
}

/** The provider took nothing: the requests go into the next batch. */
async function undo(drive: BatchDrive, batchId: string, error: ProducerError): Promise<void> {
  if (error.failure === "rate_limited") {
    await pausePace(drive.context.db, drive.paceKey, error.retryAfterMs ?? 30_000, error.message);
  }
  const stopReason = findStopReason(error.failure);
  await drive.change(async (tx) => {
    const calls = await tx.llmCall.findMany({ where: { batchId }, select: { id: true } });
    const ids = calls.map(({ id }) => id);
    const end = describeCallEnd(error);
    await endCalls(tx, ids, ["sending"], { ...end, outcome: "cancelled", state: "settled" });
    await tx.llmBatch.update({
      where: { id: batchId },
      data: { state: "failed", error: error.message, endedAt: new Date() },
    });
    if (stopReason !== null) await stopRun(tx, drive.run.id, stopReason, error.message);
  });
  drive.stop();
}

/** Null for what passes by itself: the next look tries again. */
function findStopReason(failure: ProducerFailure): StopReason | null {
  if (failure === "unreachable") return "unreachable";
  // Would come again with every try.
  if (findItemObstacle(failure) !== null) return "internal";
  return findRunObstacle(failure);
}
