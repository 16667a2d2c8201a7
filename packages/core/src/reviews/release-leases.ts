import { Prisma } from "@foundry/prisma/client";
import { publishEvent } from "../events/publish-event.ts";

/** Gives back all that a reviewer holds. Their drafts stay. */
export async function releaseLeases(
  tx: Prisma.TransactionClient,
  reviewerId: string,
  options: { except?: number } = {},
): Promise<void> {
  const { except } = options;
  const released = await tx.$queryRaw<{ sampleId: number }[]>`
    UPDATE queue_item SET lease_owner_id = NULL, lease_expires_at = NULL
    WHERE lease_owner_id = ${reviewerId}
      ${except === undefined ? Prisma.empty : Prisma.sql`AND sample_id <> ${except}`}
    RETURNING sample_id AS "sampleId"`;
  for (const { sampleId } of released) {
    await publishEvent(tx, { topic: "queue", id: String(sampleId) });
  }
}
