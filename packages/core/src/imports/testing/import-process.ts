import { Readable } from "node:stream";
import { createDatabase } from "@foundry/prisma/client";
import { createFolderStorage } from "../../storage/folder-storage.ts";
import type { Storage } from "../../storage/storage.ts";
import { runImport } from "../run-import.ts";
import { largeRecords } from "./large-records.ts";
import { makeJobContext } from "./make-job-context.ts";

/**
 * A process that runs one import, for tests that kill it or watch its memory. Arguments: database
 * URL, import id, and the storage folder or `generated:<bytes>`. Prints its memory (bytes) as JSON.
 */
const [databaseUrl = "", importId = "", source = ""] = process.argv.slice(2);
const generatedBytes = Number(/^generated:(\d+)$/.exec(source)?.[1] ?? 0);
const storage = generatedBytes > 0 ? generateFile(generatedBytes) : createFolderStorage(source);
const db = createDatabase(databaseUrl);
const memory: number[] = [];
const context = makeJobContext(db, { onFence: () => void memory.push(process.memoryUsage().rss) });
await runImport({ storage }, context, { importId });
await db.$disconnect();
process.stdout.write(JSON.stringify(memory));

function generateFile(byteCount: number): Storage {
  return {
    read: () => Readable.from(largeRecords(byteCount), { objectMode: false }),
    write: () => Promise.reject(new Error("this file is read only")),
    remove: () => Promise.reject(new Error("this file is read only")),
  };
}
