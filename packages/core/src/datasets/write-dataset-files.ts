import { Buffer } from "node:buffer";
import type { Storage, StoredFile } from "../storage/storage.ts";
import { writeChatRow, writePreferenceRow } from "./chat-row.ts";
import type { DatasetPlan } from "./plan-dataset.ts";
import { SPLITS } from "./split.schema.ts";

const MAX_FILE_BYTES = 4 * 1024 ** 3;

export interface WrittenFile extends StoredFile {
  name: string;
  storageKey: string;
  rowCount: number;
}

/**
 * Writes what runners download of a dataset, whole and on disk when this resolves. A failure leaves
 * none of the files.
 * @throws DomainError `unavailable` when the disk is full
 */
export async function writeDatasetFiles(
  storage: Storage,
  datasetId: string,
  plan: DatasetPlan,
): Promise<WrittenFile[]> {
  const written: WrittenFile[] = [];
  try {
    for (const { name, rows } of listFiles(plan)) {
      const storageKey = `datasets/${datasetId}/${name}`;
      const file = await storage.write(storageKey, toLines(rows), { maxBytes: MAX_FILE_BYTES });
      written.push({ ...file, storageKey, name: `${name}.jsonl`, rowCount: rows.length });
    }
    return written;
  } catch (error) {
    await removeDatasetFiles(storage, written);
    throw error;
  }
}

/** For a dataset that did not come to be. */
export async function removeDatasetFiles(
  storage: Storage,
  files: readonly { storageKey: string }[],
): Promise<void> {
  for (const { storageKey } of files) await storage.remove(storageKey);
}

/** There is a file of pairs also when there are none, so that a runner finds what it looks for. */
function listFiles({ items, pairs }: DatasetPlan): { name: string; rows: object[] }[] {
  const splits = SPLITS.map((name) => ({
    name: name as string,
    rows: items
      .filter(({ split }) => split === name)
      .map((item) => writeChatRow({ ...item, id: String(item.id) })),
  }));
  const pairRows = pairs.flatMap(({ itemPosition, rejectedRaw, errorType }) => {
    const item = items[itemPosition];
    if (item === undefined) return [];
    const rejected: unknown = JSON.parse(rejectedRaw);
    return [writePreferenceRow({ ...item, id: String(item.id), rejected, errorType })];
  });
  return [...splits, { name: "pairs", rows: pairRows }];
}

async function* toLines(rows: readonly object[]): AsyncGenerator<Uint8Array> {
  for (const row of rows) yield Buffer.from(`${JSON.stringify(row)}\n`);
}
