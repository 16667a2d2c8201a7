import type { StopReason } from "../generation.schema.ts";
import { endCalls } from "../ledger/end-calls.ts";
import { pausePace } from "../pace/pause-pace.ts";
import { ProducerError, type ProducerFailure } from "../producers/producer-error.ts";
import { backoff } from "./backoff.ts";
import type { ClaimedItem, ModelDrive } from "./drive.ts";
import { describeCallEnd, findItemObstacle, findRunObstacle } from "./explain-failure.ts";
import { failItem } from "./fail-item.ts";
import type { SendStep } from "./plan-step.ts";
import { stopRun } from "./stop-run.ts";

/** So many for one request are no hiccup. */
const MAX_UNREACHABLE = 5;

/**
 * Writes down that a call gave no answer and draws the consequences: everybody waits, the whole run
 * stops, or the item has failed. Whether the same is asked again follows from the ledger.
 *
 * @returns whether the item is over
 */
export async function recordSendFailure(
  drive: ModelDrive,
  { item, step, callId }: { item: ClaimedItem; step: SendStep; callId: string },
  thrown: unknown,
): Promise<boolean> {
  const error = asProducerError(thrown);
  if (!(thrown instanceof ProducerError)) {
    drive.context.logger.error({ err: thrown, callId }, "a request failed in an unforeseen way");
  }
  const { failure } = error;
  const stopReason = findStopReason(failure, step);
  const itemFailure = findItemObstacle(failure);
  // First of all, because others are sending at this moment.
  if (failure === "rate_limited") await letEverybodyWait(drive, error);
  await drive.change(async (tx) => {
    await endCalls(tx, [callId], ["sending"], describeCallEnd(error));
    if (itemFailure !== null) {
      await failItem(tx, drive.run.id, item.id, { failure: itemFailure, message: error.message });
    }
    if (stopReason !== null) await stopRun(tx, drive.run.id, stopReason, error.message);
  });
  if (stopReason !== null) drive.stop();
  return itemFailure !== null;
}

/** A run that goes on after it stood still has as many tries again. */
function findStopReason(failure: ProducerFailure, step: SendStep): StopReason | null {
  if (failure === "unreachable") {
    return (step.unreachableCount + 1) % MAX_UNREACHABLE === 0 ? "unreachable" : null;
  }
  return findRunObstacle(failure);
}

async function letEverybodyWait(drive: ModelDrive, error: ProducerError): Promise<void> {
  drive.limitedCount += 1;
  const ms = error.retryAfterMs ?? backoff(drive.limitedCount);
  await pausePace(drive.context.db, drive.paceKey, ms, error.message);
}

function asProducerError(thrown: unknown): ProducerError {
  if (thrown instanceof ProducerError) return thrown;
  // Nothing says how far the request came.
  return new ProducerError("unreadable_reply", "The request failed in an unforeseen way.", {
    isPaid: "unknown",
    cause: thrown,
  });
}
