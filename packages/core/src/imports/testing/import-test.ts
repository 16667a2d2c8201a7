import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import type { Actor } from "../../auth/actor.ts";
import { createFolderStorage } from "../../storage/folder-storage.ts";
import type { Storage } from "../../storage/storage.ts";
import type { Import } from "../import.schema.ts";
import { startImport } from "../start-import.ts";

/** A database test with a storage folder, an admin, and a way to upload a file. */
export const importTest = dbTest.extend<{
  folder: string;
  storage: Storage;
  admin: Actor;
  upload: (content: string | Buffer, fileName?: string) => Promise<Import>;
}>({
  folder: async ({ databaseUrl }, use) => {
    const folder = await mkdtemp(
      join(tmpdir(), `foundry-${new URL(databaseUrl).pathname.slice(1)}-`),
    );
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  storage: async ({ folder }, use) => use(createFolderStorage(folder)),
  admin: async ({ db }: { db: Database }, use) =>
    use((await makeUser(db, { role: "admin", name: "Ada" })).actor),
  upload: async ({ db, storage, admin }, use) =>
    use((content, fileName = "records.jsonl") =>
      startImport(db, storage, admin, { fileName, content: inPieces(Buffer.from(content)) }),
    ),
});

async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}
