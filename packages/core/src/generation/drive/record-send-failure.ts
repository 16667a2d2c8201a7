import type { LlmCallOutcome } from "@foundry/prisma/client";
import type { StopReason } from "../generation.schema.ts";
import { endCalls } from "../ledger/end-calls.ts";
import { pausePace } from "../pace/pause-pace.ts";
import { ProducerError, type ProducerFailure } from "../producers/producer-error.ts";
import { backoff } from "./backoff.ts";
import type { ClaimedItem, ModelDrive } from "./drive.ts";
import { failItem } from "./fail-item.ts";
import type { SendStep } from "./plan-step.ts";
import { stopRun } from "./stop-run.ts";

const OUTCOMES: Record<ProducerFailure, LlmCallOutcome> = {
  rate_limited: "rate_limited",
  overloaded: "overloaded",
  server_error: "overloaded",
  timeout: "timeout",
  connection_lost: "connection_lost",
  unreachable: "connection_lost",
  authentication: "failed",
  permission: "failed",
  payment: "failed",
  spend_limit: "failed",
  unknown_model: "failed",
  bad_request: "failed",
  too_large: "failed",
  unreadable_reply: "failed",
};

/** These concern every prompt alike. */
const STOPS = new Set<StopReason>([
  "authentication",
  "permission",
  "payment",
  "spend_limit",
  "unknown_model",
]);
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
  const isOver = failure === "bad_request" || failure === "too_large";
  await drive.change(async (tx) => {
    await endCalls(tx, [callId], ["sending"], {
      state: error.isPaid === "unknown" ? "in_doubt" : "settled",
      outcome: OUTCOMES[failure],
      error: error.message,
      httpStatus: error.httpStatus,
      requestId: error.requestId,
      raw: error.raw,
    });
    if (isOver) await failItem(tx, drive.run.id, item.id, { failure, message: error.message });
    if (stopReason !== null) await stopRun(tx, drive.run.id, stopReason, error.message);
  });
  if (stopReason !== null) drive.stop();
  if (failure === "rate_limited") await letEverybodyWait(drive, error);
  return isOver;
}

/** A run that goes on after it stood still has as many tries again. */
function findStopReason(failure: ProducerFailure, step: SendStep): StopReason | null {
  if (failure === "unreachable") {
    return (step.unreachableCount + 1) % MAX_UNREACHABLE === 0 ? "unreachable" : null;
  }
  const reason = failure as StopReason;
  return STOPS.has(reason) ? reason : null;
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
