import type { Prisma } from "@foundry/prisma/client";
import type { Actor } from "../auth/actor.ts";

/** One audit event for each prompt, in one statement, because a person changes many at once. */
export async function recordPromptAudits(
  tx: Prisma.TransactionClient,
  actor: Actor,
  action: "prompt.archived" | "prompt.restored",
  promptIds: readonly number[],
): Promise<void> {
  await tx.auditEvent.createMany({
    data: promptIds.map((id) => ({
      actorId: actor.userId,
      action,
      subjectType: "prompt",
      subjectId: String(id),
    })),
  });
}
