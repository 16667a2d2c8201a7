import type { Prisma } from "@foundry/prisma/client";
import { DomainError } from "../errors.ts";

/**
 * Makes changes of who is admin wait for each other until the transaction ends.
 *
 * @returns the ids of the admins who may sign in
 * @throws DomainError `forbidden` when the actor stopped being one of them meanwhile
 */
export async function lockAdmins(tx: Prisma.TransactionClient, actorId: string): Promise<string[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('admins', 0))`;
  const admins = await tx.user.findMany({
    where: { role: "admin", disabledAt: null },
    select: { id: true },
  });
  const adminIds = admins.map(({ id }) => id);
  if (adminIds.includes(actorId)) return adminIds;
  throw new DomainError("forbidden", "You are no longer an admin.", {
    reason: "needs_people_manage",
  });
}
