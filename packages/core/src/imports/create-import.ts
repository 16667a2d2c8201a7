import type { Prisma } from "@foundry/prisma/client";
import type { StoredFile } from "../storage/storage.ts";
import { findImport } from "./find-import.ts";
import type { Import } from "./import.schema.ts";
import { orderImportJob } from "./order-import-job.ts";

/** The row of an import whose file is stored, with its job. */
export async function createImport(
  tx: Prisma.TransactionClient,
  file: StoredFile & { fileName: string; storageKey: string },
  createdById: string | null,
): Promise<Import> {
  const { id } = await tx.import.create({ data: { ...file, createdById }, select: { id: true } });
  await orderImportJob(tx, id, { actorId: createdById, action: "import.started" });
  return findImport(tx, id);
}
