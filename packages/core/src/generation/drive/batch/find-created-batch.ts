import type { LlmBatch } from "@foundry/prisma/client";
import { endCalls } from "../../ledger/end-calls.ts";
import type { BatchState } from "../../producers/anthropic-batches.ts";
import type { BatchDrive } from "./batch-drive.ts";
import { recordSubmitted } from "./submit-batch.ts";

/** Of clocks. */
const TOLERANCE_MS = 60_000;
/** A batch that is not there after so long has not arrived and will not. */
const SURE_AFTER_MS = 90_000;
const LOOK_AT = 100;

/**
 * Finds a batch whose creation was never answered among those that the provider has: created about
 * then, as large, and of nobody else. One that did not arrive goes back to be handed over again; its
 * requests were not paid. Where two fit, nobody can say which it is, and its requests are in doubt.
 *
 * @returns the provider's id; null when there is nothing to look at
 */
export async function findCreatedBatch(drive: BatchDrive, batch: LlmBatch): Promise<string | null> {
  const { context, batches } = drive;
  const listed = await batches.list(LOOK_AT, context.signal);
  const known = await context.db.llmBatch.findMany({
    where: { providerBatchId: { in: listed.map(({ id }) => id) } },
    select: { providerBatchId: true },
  });
  const taken = new Set(known.map(({ providerBatchId }) => providerBatchId));
  const fitting = listed.filter((state) => !taken.has(state.id) && mayBe(batch, state));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) {
    await recordSubmitted(drive, batch.id, only);
    return only.id;
  }
  const ageMs = Date.now() - batch.createdAt.getTime();
  if (fitting.length === 0 && ageMs < SURE_AFTER_MS) return null;
  await giveUp(drive, batch.id, fitting.length > 1);
  return null;
}

function mayBe(batch: LlmBatch, { createdAt, counts }: BatchState): boolean {
  const size = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const distanceMs = createdAt.getTime() - batch.createdAt.getTime();
  return size === batch.requestCount && distanceMs > -TOLERANCE_MS && distanceMs < SURE_AFTER_MS;
}

async function giveUp(drive: BatchDrive, batchId: string, isInDoubt: boolean): Promise<void> {
  const error = isInDoubt
    ? "The batch was handed over without an answer, and the provider has several that fit."
    : "The batch did not reach the provider.";
  await drive.change(async (tx) => {
    const calls = await tx.llmCall.findMany({ where: { batchId }, select: { id: true } });
    await endCalls(
      tx,
      calls.map(({ id }) => id),
      ["sending"],
      isInDoubt
        ? { state: "in_doubt", outcome: null, error }
        : { state: "settled", outcome: "cancelled", error },
    );
    await tx.llmBatch.update({
      where: { id: batchId },
      data: { state: "failed", error, endedAt: new Date() },
    });
  });
}
