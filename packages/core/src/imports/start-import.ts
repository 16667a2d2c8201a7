import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { inTransaction } from "../database/in-transaction.ts";
import type { ByteStream, Storage } from "../storage/storage.ts";
import { createImport } from "./create-import.ts";
import type { Import } from "./import.schema.ts";
import { storeUpload } from "./store-upload.ts";

/**
 * Stores an uploaded file and orders its import. The file is on disk before the row exists, so an
 * import never lacks its file; a crash between the two leaves a file without a row, which is harmless.
 * @throws DomainError `forbidden`, `too_large`, `unsupported` for what is not text, `invalid_input`
 *   for an empty file, `unavailable` when the disk is full
 */
export async function startImport(
  db: Database,
  storage: Storage,
  actor: Actor,
  { fileName, content }: { fileName: string; content: ByteStream },
): Promise<Import> {
  authorize(actor, "corpus.import");
  const upload = await storeUpload(storage, fileName, content);
  try {
    return await inTransaction(db, (tx) => createImport(tx, upload, actor.userId));
  } catch (error) {
    await storage.remove(upload.storageKey);
    throw error;
  }
}
