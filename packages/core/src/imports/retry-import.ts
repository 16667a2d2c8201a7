import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { findImport } from "./find-import.ts";
import type { Import } from "./import.schema.ts";
import { orderImportJob } from "./order-import-job.ts";

/**
 * Goes on with an import that failed or was cancelled, behind the records that are in.
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when it is not in such a state
 */
export async function retryImport(db: Database, actor: Actor, id: string): Promise<Import> {
  authorize(actor, "corpus.import");
  const { id: importId } = await findImport(db, id);
  return inTransaction(db, async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { id: importId, state: { in: ["failed", "cancelled"] } },
      data: { state: "waiting", error: null, finishedAt: null },
    });
    if (count === 0) {
      throw new DomainError(
        "conflict",
        "Only an import that failed or was cancelled can be tried again. Nothing was changed.",
        { reason: "import_not_retryable" },
      );
    }
    await orderImportJob(tx, importId, { actorId: actor.userId, action: "import.retried" });
    return findImport(tx, importId);
  });
}
