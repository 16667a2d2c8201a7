import { endCalls } from "../../ledger/end-calls.ts";
import { recordReply } from "../../ledger/record-reply.ts";
import { priceCall } from "../../prices/price-call.ts";
import type { BatchResult } from "../../producers/read-batch-result.ts";
import { describeCallEnd, findItemObstacle } from "../explain-failure.ts";
import { failItem } from "../fail-item.ts";
import type { BatchDrive } from "./batch-drive.ts";

/**
 * Takes the results of a batch into the ledger, each by its own row, in whatever order they come. Safe
 * to repeat: a row that has its answer is left alone.
 */
export async function recordBatchResults(
  drive: BatchDrive,
  batchId: string,
  providerId: string,
): Promise<void> {
  const { db } = drive.context;
  const calls = await db.llmCall.findMany({
    where: { batchId, state: "sending" },
    select: { id: true, itemId: true },
  });
  const waiting = new Map(calls.map(({ id, itemId }) => [id, itemId]));
  for await (const result of drive.batches.results(providerId, drive.context.signal)) {
    const itemId = waiting.get(result.customId);
    if (itemId === undefined) continue;
    waiting.delete(result.customId);
    await recordResult(drive, result, itemId);
  }
  await drive.change((tx) =>
    endCalls(tx, [...waiting.keys()], ["sending"], {
      state: "in_doubt",
      outcome: null,
      error: "The provider's results say nothing about this request.",
    }),
  );
}

async function recordResult(
  drive: BatchDrive,
  result: BatchResult,
  itemId: string | null,
): Promise<void> {
  const { context, prices, run } = drive;
  const { customId: callId } = result;
  if (result.kind === "succeeded") {
    const costNanoUsd = priceCall(result.reply, prices);
    // How long a batch took says nothing about one request.
    const recorded = { callId, reply: result.reply, costNanoUsd, latencyMs: null };
    await recordReply(context.db, context.logger, recorded);
    return;
  }
  await drive.change(async (tx) => {
    if (result.kind !== "errored") {
      const error =
        result.kind === "expired"
          ? "The batch ended after a day before its turn came. Nothing was paid."
          : "The batch was called off before its turn came. Nothing was paid.";
      await endCalls(tx, [callId], ["sending"], { state: "settled", outcome: "cancelled", error });
      return;
    }
    const { error } = result;
    await endCalls(tx, [callId], ["sending"], { ...describeCallEnd(error), raw: result.raw });
    const failure = findItemObstacle(error.failure);
    if (failure !== null && itemId !== null) {
      await failItem(tx, run.id, itemId, { failure, message: error.message });
    }
  });
}
