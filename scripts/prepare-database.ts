/**
 * Brings the database of DATABASE_URL up to date: the migrations and, with `--sample-corpus`, the
 * import of the corpus that a new studio starts with. `npm start` and the `migrate` container run it.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadSampleCorpus } from "@foundry/core/imports/load-sample-corpus";
import { createFolderStorage } from "@foundry/core/storage/folder-storage";
import { createDatabase } from "@foundry/prisma/client";
import { migrate } from "@foundry/prisma/migrate";

const SAMPLE_CORPUS = join(import.meta.dirname, "../corpus/sample-corpus.jsonl");

const { values } = parseArgs({ options: { "sample-corpus": { type: "boolean", default: false } } });
const { DATABASE_URL: databaseUrl, FOUNDRY_DATA_DIR: dataDir } = process.env;
if (!databaseUrl || !dataDir) {
  console.error("DATABASE_URL and FOUNDRY_DATA_DIR must be set.");
  process.exit(2);
}

try {
  const names = await migrate(databaseUrl);
  console.log(names.length === 0 ? "no new migrations" : `applied ${names.join(", ")}`);
  if (values["sample-corpus"]) await orderSampleCorpus(databaseUrl, join(dataDir, "uploads"));
} catch (error) {
  // The engine's errors carry their cause in the message and only WebAssembly in the stack.
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
// The migration engine leaves a timer of ten seconds behind.
process.exit();

async function orderSampleCorpus(url: string, uploadsDir: string): Promise<void> {
  const db = createDatabase(url, { poolSize: 2 });
  const ordered = await loadSampleCorpus(db, createFolderStorage(uploadsDir), SAMPLE_CORPUS);
  console.log(ordered ? "ordered the import of the sample corpus" : "the sample corpus is there");
  await db.$disconnect();
}
