import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Database, DatabaseOrTransaction } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import type { Storage } from "../storage/storage.ts";
import { createImport } from "./create-import.ts";
import type { Import } from "./import.schema.ts";
import { storeUpload } from "./store-upload.ts";

/** Any number, as long as nothing else locks by it. */
const LOCK = 4_153_200_017;

/**
 * Orders the import of the studio's own sample corpus, once per database, whoever starts first.
 * @param filePath the corpus, JSON Lines
 * @returns null when it was ordered before
 */
export async function loadSampleCorpus(
  db: Database,
  storage: Storage,
  filePath: string,
): Promise<Import | null> {
  if (await wasLoaded(db)) return null;
  const upload = await storeUpload(storage, basename(filePath), createReadStream(filePath));
  const created = await inTransaction(db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    return (await wasLoaded(tx)) ? null : createImport(tx, upload, null);
  });
  if (created === null) await storage.remove(upload.storageKey);
  return created;
}

/** Only the sample corpus has no creator. */
async function wasLoaded(db: DatabaseOrTransaction): Promise<boolean> {
  return (await db.import.count({ where: { createdById: null }, take: 1 })) > 0;
}
