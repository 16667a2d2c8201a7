import type { Database, FindingDismissal, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { sha256Hex } from "../database/sha256.ts";
import { DomainError } from "../errors.ts";
import type { Dismissal, DismissFinding } from "./finding.schema.ts";
import { refreshRisk } from "./refresh-risk.ts";

/**
 * Records that a person calls a finding of a sample "not a problem". Said again, also on another
 * version of the IR, it changes nothing and gives the first answer.
 *
 * @throws DomainError `not_found` when there is no such sample with such an IR
 */
export async function dismissFinding(
  db: Database,
  actor: Actor,
  request: DismissFinding,
): Promise<Dismissal> {
  authorize(actor, "sample.review");
  const findingSha256 = sha256Hex([request.check, request.path, request.message].join("\n"));
  const row = { ...request, userId: actor.userId, findingSha256 };
  return inTransaction(db, async (tx) => {
    await requireIr(tx, request);
    const [created] = await tx.findingDismissal.createManyAndReturn({
      data: [row],
      skipDuplicates: true,
    });
    const { sampleId, userId } = row;
    if (created) {
      await audit(tx, created);
      await refreshRisk(tx, sampleId);
    }
    const key = { sampleId_userId_findingSha256: { sampleId, userId, findingSha256 } };
    return toDismissal(created ?? (await tx.findingDismissal.findUniqueOrThrow({ where: key })));
  });
}

async function requireIr(
  tx: Prisma.TransactionClient,
  { sampleId, irId }: DismissFinding,
): Promise<void> {
  const count = await tx.ir.count({ where: { id: irId, sampleId } });
  if (count > 0) return;
  throw new DomainError("not_found", `Sample ${sampleId} has no such version of its IR.`);
}

function audit(tx: Prisma.TransactionClient, dismissal: FindingDismissal): Promise<void> {
  const { id, sampleId, userId, check } = dismissal;
  return recordAudit(tx, {
    actorId: userId,
    action: "finding.dismissed",
    subjectType: "sample",
    subjectId: sampleId,
    data: { dismissalId: id, check },
  });
}

function toDismissal(row: FindingDismissal): Dismissal {
  const { id, check, path, message, createdAt } = row;
  return { id, check, path, message, byMe: true, createdAt: createdAt.toISOString() };
}
