import { mayMoneyReturn } from "../../budget/may-money-return.ts";
import { boundCost } from "../../prices/upper-bound.ts";
import type { ProducerRequest } from "../../producers/producer.ts";
import { measureRequest } from "../../request/measure-request.ts";
import { buildItemRequest } from "../build-item-request.ts";
import { closeItem } from "../close-item.ts";
import type { ClaimedItem } from "../drive.ts";
import { guardItem } from "../guard-item.ts";
import { planSends, planStep, type SendStep } from "../plan-step.ts";
import { readItemLedger, readStepRules } from "../read-item-ledger.ts";
import { stopForMoney, tryToPlan } from "../reserve-call.ts";
import { settleReply } from "../settle-reply.ts";
import type { BatchDrive } from "./batch-drive.ts";

export interface PlannedRequest {
  callId: string;
  request: ProducerRequest;
}

/** The provider takes 256 MB; what is over waits for the next batch. */
const MAX_BYTES = 100_000_000;

export interface BatchPlan {
  requests: PlannedRequest[];
  /** No more can be handed over for now: the batch is large enough, or the money is used up. */
  isFull: boolean;
}

/**
 * Looks at the answers of items, closes those that are over, and writes down what is to be asked for
 * the others, with its money held back.
 */
export async function planBatch(
  drive: BatchDrive,
  items: readonly ClaimedItem[],
): Promise<BatchPlan> {
  const plan: BatchPlan & { bytes: number } = { requests: [], isFull: false, bytes: 0 };
  for (const item of items) {
    const steps = await guardItem(drive, item, () => settleItem(drive, item));
    for (const step of steps ?? []) {
      plan.isFull ||= drive.halt.aborted || plan.bytes > MAX_BYTES;
      if (plan.isFull) break;
      await addRequest(drive, plan, item, step);
    }
  }
  return plan;
}

async function addRequest(
  drive: BatchDrive,
  plan: BatchPlan & { bytes: number },
  item: ClaimedItem,
  step: SendStep,
): Promise<void> {
  const { request, purpose } = await buildItemRequest(drive, item, step);
  const { bytes, sha256 } = measureRequest(request);
  const bound = { requestBytes: bytes, maxTokens: request.maxTokens, isBatch: true };
  const callId =
    step.plannedId ??
    (await tryToPlan(drive, {
      runId: drive.run.id,
      itemId: item.id,
      round: item.round,
      slot: step.slot,
      turn: step.turn,
      attempt: step.attempt,
      purpose,
      provider: drive.producer.provider,
      model: drive.model,
      requestSha256: sha256,
      reservedNanoUsd: boundCost(bound, drive.prices),
    }));
  if (typeof callId === "string") {
    plan.requests.push({ callId, request });
    plan.bytes += bytes;
    return;
  }
  plan.isFull = true;
  if (callId.reason === "closed") drive.stop();
  else if (!(await mayGoOnLater(drive, plan))) await stopForMoney(drive, callId.reason);
}

/** Money comes back from what is under way, and from what is just about to be handed over. */
async function mayGoOnLater(drive: BatchDrive, plan: BatchPlan): Promise<boolean> {
  return plan.requests.length > 0 || mayMoneyReturn(drive.context.db, null);
}

/** @returns what is to be asked next; nothing for an item that is over or has requests in a batch */
async function settleItem(drive: BatchDrive, item: ClaimedItem): Promise<SendStep[]> {
  for (;;) {
    const { calls, candidates } = await readItemLedger(drive, item);
    if (calls.some(({ state }) => state === "sending")) return [];
    const rules = readStepRules(drive);
    const step = planStep(calls, candidates, rules);
    if (step.kind === "send") return planSends(calls, candidates, rules);
    if (step.kind === "doubt") return [];
    if (step.kind === "close") {
      await closeItem(drive, item);
      return [];
    }
    if (await settleReply(drive, item, step.callId)) return [];
  }
}
