import type { Database } from "@foundry/prisma/client";

/** Puts the end of every lease into the past, as two minutes without a sign of life would. */
export async function expireLeases(db: Database): Promise<void> {
  await db.$executeRaw`UPDATE queue_item SET lease_expires_at = now() - interval '1 second'
    WHERE lease_owner_id IS NOT NULL`;
}
