import type { Prisma } from "@foundry/prisma/client";
import { DomainError } from "../../errors.ts";

/** @throws DomainError `not_found` when there is no such endpoint, or it was deleted */
export async function assertEndpoint(tx: Prisma.TransactionClient, id: string): Promise<void> {
  const found = await tx.producerEndpoint.findFirst({
    where: { id, archivedAt: null },
    select: { id: true },
  });
  if (found === null) throw new DomainError("not_found", "There is no such endpoint.");
}
