import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";

/** Forgets the reviewer's own draft; without effect when there is none. */
export async function discardDraft(db: Database, actor: Actor, sampleId: number): Promise<void> {
  authorize(actor, "sample.review");
  await db.draft.deleteMany({ where: { sampleId, userId: actor.userId } });
}
