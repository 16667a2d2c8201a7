import type { Prisma } from "@foundry/prisma/client";

/**
 * Makes one reviewer's claims and undos wait for each other until the transaction ends, so that two
 * tabs that ask at once get the same sample instead of one each.
 */
export async function lockReviewer(
  tx: Prisma.TransactionClient,
  reviewerId: string,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`lease:${reviewerId}`}, 0))`;
}
