import { ApiError } from "./api-error.ts";
import { answerJson, type Outcome } from "./outcome.ts";
import type { ServerWorld } from "./server-world.ts";
import type { StoredBatch } from "./stored-batch.ts";
import { isEnded, writeBatch } from "./write-batch.ts";

/** `GET /v1/messages/batches`, the newest first. */
export function listServerBatches(world: ServerWorld, limit: number): Outcome {
  const now = Date.now();
  const batches = [...world.batches.values()].toReversed();
  const data = batches.slice(0, limit).map((batch) => writeBatch(batch, now));
  return answerJson(200, {
    data,
    has_more: batches.length > limit,
    first_id: data[0]?.["id"] ?? null,
    last_id: data.at(-1)?.["id"] ?? null,
  });
}

/** `GET /v1/messages/batches/{id}`. @throws ApiError 404 */
export function getServerBatch(world: ServerWorld, id: string): Outcome {
  return answerJson(200, writeBatch(findBatch(world, id), Date.now()));
}

/** `POST /v1/messages/batches/{id}/cancel`: what is done stays, and the batch ends. */
export function cancelServerBatch(world: ServerWorld, id: string): Outcome {
  const batch = findBatch(world, id);
  const now = Date.now();
  batch.cancelledAt = now;
  batch.endsAt ??= now;
  return answerJson(200, writeBatch(batch, now - 1));
}

/** `GET /v1/messages/batches/{id}/results`: one JSON document on each line. */
export function getServerResults(world: ServerWorld, id: string): Outcome {
  const batch = findBatch(world, id);
  if (!isEnded(batch, Date.now())) {
    throw new ApiError(400, "invalid_request_error", "The batch has not ended.");
  }
  const body = batch.results.map(({ line }) => `${line}\n`).join("");
  return { kind: "answer", status: 200, headers: { "content-type": "application/x-jsonl" }, body };
}

function findBatch(world: ServerWorld, id: string): StoredBatch {
  const batch = world.batches.get(id);
  if (batch === undefined) throw new ApiError(404, "not_found_error", `batch: ${id}`);
  return batch;
}
