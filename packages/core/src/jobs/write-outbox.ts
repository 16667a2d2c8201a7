import type { Prisma } from "@foundry/prisma/client";
import { publishEvent } from "../events/publish-event.ts";

/**
 * Orders the delivery of jobs that are `ready`, in the transaction that made them so.
 *
 * A message is kept per job and lease token, that is per wish to run it; ordering the same again
 * gives the message a new round and so a new id in the queue.
 */
export async function writeOutbox(tx: Prisma.TransactionClient, jobIds: string[]): Promise<void> {
  if (jobIds.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO outbox (topic, key, payload)
    SELECT 'job', id || '-' || lease_token, jsonb_build_object('jobId', id, 'round', 0)
    FROM job WHERE id = ANY(${jobIds}::uuid[])
    ORDER BY run_after, id
    ON CONFLICT (key) DO UPDATE SET
      dispatched_at = NULL,
      payload = jsonb_set(outbox.payload, '{round}', to_jsonb((outbox.payload->>'round')::int + 1))`;
  await publishEvent(tx, { topic: "outbox", id: "job" });
}
