import type { Prisma } from "@foundry/prisma/client";
import { DomainError } from "../../errors.ts";

/** Names stand in the ledger, so that one is never given twice, and never a producer's own. */
const RESERVED = new Set(["anthropic", "blueprint", "claude"]);

/**
 * @param ownId of the endpoint that may keep its name
 * @throws DomainError `conflict` when an endpoint has or had this name
 */
export async function assertFreeName(
  tx: Prisma.TransactionClient,
  name: string,
  ownId: string | null,
): Promise<void> {
  const taken = await tx.producerEndpoint.findUnique({ where: { name }, select: { id: true } });
  const isFree = taken === null || taken.id === ownId;
  if (isFree && !RESERVED.has(name.toLowerCase())) return;
  throw new DomainError(
    "conflict",
    `The name ${name} is taken, perhaps by an endpoint that was deleted. Choose another; nothing was stored.`,
    { reason: "name_taken" },
  );
}
