import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { DomainError } from "../errors.ts";
import { readIr } from "../ir/read-ir.ts";
import type { Storage } from "../storage/storage.ts";
import { writeOriginalRow } from "./chat-row.ts";
import type { DatasetExportFormat } from "./dataset.schema.ts";
import { findDataset } from "./find-dataset.ts";
import { type Split, SPLITS } from "./split.schema.ts";

const PAGE_ROWS = 500;

interface ExportOptions {
  format: DatasetExportFormat;
  /** Left out: all of them, in their order. Pairs belong to `train`. */
  split?: Split | undefined;
}

/**
 * A dataset as JSON Lines; the same bytes each time. `chat` and `pairs` are the very files that
 * runners train on. Wrong IRs are in `pairs` only.
 *
 * @returns lines, each with its line break; they may come several at once
 * @throws DomainError `forbidden`, `not_found`, both before the first line
 */
export async function* streamDatasetExport(
  db: Database,
  storage: Storage,
  actor: Actor,
  datasetId: string,
  { format, split }: ExportOptions,
): AsyncGenerator<string> {
  authorize(actor, "dataset.manage");
  const { id } = await findDataset(db, datasetId);
  const splits = split === undefined ? SPLITS : [split];
  if (format === "original") return yield* streamOriginal(db, id, splits);
  const names = format === "pairs" ? ["pairs.jsonl"] : splits.map((name) => `${name}.jsonl`);
  for (const name of names) yield* streamStoredFile(db, storage, { datasetId: id, name });
}

async function* streamStoredFile(
  db: Database,
  storage: Storage,
  datasetId_name: { datasetId: string; name: string },
): AsyncGenerator<string> {
  const file = await db.datasetFile.findUnique({ where: { datasetId_name } });
  if (file === null) throw new DomainError("not_found", "The dataset has no such file.");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of storage.read(file.storageKey) as AsyncIterable<Uint8Array>) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

async function* streamOriginal(
  db: Database,
  datasetId: string,
  splits: readonly Split[],
): AsyncGenerator<string> {
  for (let after = -1; ;) {
    const items = await db.datasetItem.findMany({
      where: { datasetId, split: { in: [...splits] }, position: { gt: after } },
      orderBy: { position: "asc" },
      take: PAGE_ROWS,
      select: {
        position: true,
        prompt: { select: { text: true } },
        ir: { select: { raw: true } },
      },
    });
    for (const { prompt, ir } of items) {
      const row = writeOriginalRow({ prompt: prompt.text, ir: readIr(ir.raw).value });
      yield `${JSON.stringify(row)}\n`;
    }
    const last = items.at(-1);
    if (last === undefined) return;
    after = last.position;
  }
}
