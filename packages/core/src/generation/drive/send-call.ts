import { pause } from "../../loops/pause.ts";
import { recordReply } from "../ledger/record-reply.ts";
import { correctPace } from "../pace/correct-pace.ts";
import { learnLimits } from "../pace/learn-limits.ts";
import type { PaceTokens } from "../pace/take-pace-slot.ts";
import { boundCost } from "../prices/upper-bound.ts";
import { priceCall } from "../prices/price-call.ts";
import type { ProducerReply } from "../producers/producer.ts";
import { measureRequest } from "../request/measure-request.ts";
import { backoff } from "./backoff.ts";
import { buildItemRequest } from "./build-item-request.ts";
import type { ClaimedItem, ModelDrive } from "./drive.ts";
import type { SendStep } from "./plan-step.ts";
import { recordSendFailure } from "./record-send-failure.ts";
import { reserveCall } from "./reserve-call.ts";
import { waitForTurn } from "./wait-for-turn.ts";

/**
 * Makes one call: holds its money back, waits for its turn, commits that it is being sent, sends it
 * once, and stores the answer before anybody looks at it.
 *
 * @returns `answered`: the ledger says what comes next; `over`: so is the item; `halted`: nothing is
 *   to be sent any more
 */
export async function sendCall(
  drive: ModelDrive,
  item: ClaimedItem,
  step: SendStep,
): Promise<"answered" | "over" | "halted"> {
  if (step.failCount > 0) await pause(backoff(step.failCount), drive.halt);
  if (drive.halt.aborted) return "halted";
  const { request, purpose } = await buildItemRequest(drive, item, step);
  const { bytes, sha256 } = measureRequest(request);
  const bound = { requestBytes: bytes, maxTokens: request.maxTokens, isBatch: false };
  const { slot, turn, attempt } = step;
  const callId =
    step.plannedId ??
    (await reserveCall(drive, {
      runId: drive.run.id,
      itemId: item.id,
      round: item.round,
      slot,
      turn,
      attempt,
      purpose,
      provider: drive.producer.provider,
      model: drive.model,
      requestSha256: sha256,
      reservedNanoUsd: boundCost(bound, drive.prices),
    }));
  if (callId === null) return "halted";
  const guessed = drive.usage.guess(bytes);
  if (!(await waitForTurn(drive, callId, guessed))) return "halted";
  const sentAt = performance.now();
  let reply: ProducerReply;
  try {
    reply = await drive.producer.send(request, drive.cut);
  } catch (error) {
    return (await recordSendFailure(drive, { item, step, callId }, error)) ? "over" : "answered";
  }
  await recordReply(drive.context.db, drive.context.logger, {
    callId,
    reply,
    costNanoUsd: priceCall(reply, drive.prices),
    latencyMs: Math.round(performance.now() - sentAt),
  });
  await learnPace(drive, reply, guessed);
  return "answered";
}

async function learnPace(
  drive: ModelDrive,
  reply: ProducerReply,
  guessed: PaceTokens,
): Promise<void> {
  drive.limitedCount = 0;
  const { db } = drive.context;
  await learnLimits(db, drive.paceKey, reply.limits);
  if (reply.usage === null) return;
  const error = drive.usage.learn(guessed, reply.usage);
  const isLimited = reply.limits.inputTokensPerMinute ?? reply.limits.outputTokensPerMinute;
  if (isLimited !== null) await correctPace(db, drive.paceKey, error);
}
