import type { DatabaseOrTransaction } from "@foundry/prisma/client";

/** Whether the studio has no people yet, so that whoever comes first becomes its admin. */
export async function needsFirstAdmin(db: DatabaseOrTransaction): Promise<boolean> {
  return (await db.user.findFirst({ select: { id: true } })) === null;
}
