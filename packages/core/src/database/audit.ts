import type { Prisma } from "@foundry/prisma/client";

/** Appends to the audit trail inside the transaction whose effect it records. Ids only, no content. */
export async function recordAudit(
  tx: Prisma.TransactionClient,
  event: {
    actorId: string | null;
    /** `subject.past_tense`, for example `sample.accepted`. */
    action: string;
    subjectType: string;
    subjectId: string | number;
    data?: Prisma.InputJsonObject;
  },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      actorId: event.actorId,
      action: event.action,
      subjectType: event.subjectType,
      subjectId: String(event.subjectId),
      data: event.data ?? {},
    },
  });
}
