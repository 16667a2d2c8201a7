import type { Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { sha256Hex } from "../database/sha256.ts";
import { DomainError } from "../errors.ts";
import { findPromptOfSample } from "./find-prompt-of-sample.ts";
import type { AddImplementation, Implementation } from "./implementation.schema.ts";
import { orderEvidence } from "./order-evidence.ts";
import { readImplementations } from "./read-implementations.ts";

/** Of one prompt: enough to compare, few enough to run them all. */
const MAX_IMPLEMENTATIONS = 20;

/**
 * Adds an implementation that a person typed in to the prompt of a sample. The same source again
 * gives the one that is there, whoever brought it.
 *
 * @throws DomainError `not_found`; `conflict`, reason `too_many_implementations`
 */
export async function addImplementation(
  db: Database,
  actor: Actor,
  sampleId: number,
  { source }: AddImplementation,
): Promise<Implementation> {
  authorize(actor, "sample.review");
  const sourceSha256 = sha256Hex(source);
  return inTransaction(db, async (tx) => {
    const promptId = await findPromptOfSample(tx, sampleId);
    const [created] = await tx.implementation.createManyAndReturn({
      data: [{ promptId, origin: "typed", source, sourceSha256, authorId: actor.userId }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (created) await announce(tx, actor, { promptId, implementationId: created.id });
    const { id } = await tx.implementation.findUniqueOrThrow({
      where: { promptId_sourceSha256: { promptId, sourceSha256 } },
      select: { id: true },
    });
    const all = await readImplementations(tx, promptId, actor.userId);
    const added = all.find((implementation) => implementation.id === id);
    if (!added) throw new Error("an implementation that was just added is not there");
    return added;
  });
}

async function announce(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { promptId, implementationId }: { promptId: number; implementationId: string },
): Promise<void> {
  if ((await tx.implementation.count({ where: { promptId } })) > MAX_IMPLEMENTATIONS) {
    throw new DomainError(
      "conflict",
      `A prompt can have ${MAX_IMPLEMENTATIONS} implementations. Delete one that is no longer needed.`,
      { reason: "too_many_implementations" },
    );
  }
  await recordAudit(tx, {
    actorId: actor.userId,
    action: "implementation.added",
    subjectType: "prompt",
    subjectId: promptId,
    data: { implementationId },
  });
  await orderEvidence(tx);
}
