import type { StoredBatch } from "./stored-batch.ts";

const DAY_MS = 24 * 60 * 60_000;

export function isEnded({ endsAt }: StoredBatch, now: number): boolean {
  return endsAt !== null && endsAt <= now;
}

/** A batch in the form of the API: until its end all requests count as being worked on. */
export function writeBatch(batch: StoredBatch, now: number): Record<string, unknown> {
  const hasEnded = isEnded(batch, now);
  const count = (kind: string) =>
    hasEnded ? batch.results.filter((result) => result.kind === kind).length : 0;
  const isCancelled = batch.cancelledAt !== null;
  return {
    id: batch.id,
    type: "message_batch",
    processing_status: hasEnded ? "ended" : isCancelled ? "canceling" : "in_progress",
    request_counts: {
      processing: hasEnded ? 0 : batch.results.length,
      succeeded: count("succeeded"),
      errored: count("errored"),
      expired: count("expired"),
      canceled: 0,
    },
    created_at: new Date(batch.createdAt).toISOString(),
    expires_at: new Date(batch.createdAt + DAY_MS).toISOString(),
    ended_at: hasEnded && batch.endsAt !== null ? new Date(batch.endsAt).toISOString() : null,
    cancel_initiated_at: isCancelled ? new Date(batch.cancelledAt ?? 0).toISOString() : null,
    archived_at: null,
    results_url: hasEnded ? `/v1/messages/batches/${batch.id}/results` : null,
  };
}
