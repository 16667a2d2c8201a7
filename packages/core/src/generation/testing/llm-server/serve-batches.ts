import { z } from "zod";
import { ApiError } from "./api-error.ts";
import { assertModel } from "./assert-admitted.ts";
import { billCall } from "./bill-call.ts";
import { chooseFault } from "./choose-fault.ts";
import { faultError } from "./fault-error.ts";
import { findCachedPrefix, joinInput, listTurns, readMessageBody } from "./message-body.ts";
import { answerJson, deliver, type Outcome } from "./outcome.ts";
import { readAsked } from "./read-asked.ts";
import type { ReceivedRequest } from "./request-log.ts";
import type { ServerWorld } from "./server-world.ts";
import type { StoredBatch } from "./stored-batch.ts";
import { bookWork, workOn } from "./work-on.ts";
import { writeBatch } from "./write-batch.ts";
import { writeMessage } from "./write-message.ts";

const createBodySchema = z.object({
  requests: z
    .array(z.object({ custom_id: z.string().regex(/^[\w-]{1,64}$/), params: z.unknown() }))
    .min(1)
    .max(100_000),
});
type BatchRequest = z.output<typeof createBodySchema>["requests"][number];

/**
 * `POST /v1/messages/batches`. A script's next fault concerns the batch as a whole: with `reset` it
 * is made, and nobody learns its id. @throws ApiError
 */
export function createServerBatch(world: ServerWorld, received: ReceivedRequest): Outcome {
  const parsed = createBodySchema.safeParse(received.body);
  if (!parsed.success) throw new ApiError(400, "invalid_request_error", "not a batch");
  const { requests } = parsed.data;
  if (new Set(requests.map(({ custom_id }) => custom_id)).size < requests.length) {
    throw new ApiError(400, "invalid_request_error", "custom_id must be unique");
  }
  const next = world.settings.script.shift();
  const fault = next === undefined || next === "none" ? null : next;
  received.fault = fault;
  const error = faultError(fault, world.settings);
  if (error !== null) throw error;
  const now = Date.now();
  const { batchMs } = world.settings;
  const batch: StoredBatch = {
    id: received.id.replace("req_", "msgbatch_"),
    createdAt: now,
    endsAt: batchMs === null ? null : now + batchMs,
    cancelledAt: null,
    // Unordered on purpose: results may come in any order.
    results: requests.map((request) => runRequest(world, request)).toReversed(),
  };
  world.batches.set(batch.id, batch);
  return deliver(answerJson(200, writeBatch(batch, now)), fault);
}

/** What becomes of one request; a request that ends badly is not billed. */
function runRequest(
  world: ServerWorld,
  { custom_id: customId, params }: BatchRequest,
): StoredBatch["results"][number] {
  const received = world.log.add({ path: "/v1/messages/batches#request", body: params });
  received.customId = customId;
  try {
    const body = readMessageBody(params);
    assertModel(world, body.model);
    const asked = readAsked(listTurns(body));
    Object.assign(received, { model: body.model, prompt: asked.prompt, status: 200 });
    const visit = world.countVisit(asked.userText);
    const { settings } = world;
    const fault = chooseFault({ ...settings, script: [] }, { prompt: asked.userText, visit });
    received.fault = fault;
    if (fault === "hang" || fault === "reset") return write(customId, "expired", {});
    const error = faultError(fault, settings);
    if (error !== null) throw error;
    const prefix = findCachedPrefix(body);
    const inputText = joinInput(body);
    const task = { model: body.model, asked, inputText, prefix, maxTokens: body.max_tokens };
    const work = workOn(world, task, fault);
    bookWork(received, work, billCall(body.model, work.usage, true));
    received.isDelivered = true;
    const message = writeMessage(received.id, body.model, work, true);
    return write(customId, "succeeded", { message });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    received.status = error.status;
    const inner = { type: error.type, message: error.message };
    return write(customId, "errored", {
      error: { type: "error", error: inner, request_id: received.id },
    });
  }
}

function write(
  customId: string,
  kind: "succeeded" | "errored" | "expired",
  rest: Record<string, unknown>,
): StoredBatch["results"][number] {
  const line = JSON.stringify({ custom_id: customId, result: { type: kind, ...rest } });
  return { customId, kind, line };
}
