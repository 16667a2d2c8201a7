import type { Prisma } from "@foundry/prisma/client";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { publishEvent } from "../events/publish-event.ts";
import type { JobContext } from "../jobs/job-context.ts";
import type { Storage } from "../storage/storage.ts";
import { failImport } from "./fail-import.ts";
import { inspectFile } from "./inspect-file.ts";
import { readBatches } from "./read-batches.ts";
import { readFileHead } from "./read-file-head.ts";
import { FIELD_IGNORED, remarkOnIgnored } from "./remark-on-ignored.ts";
import { UnreadableFileError } from "./unreadable-file-error.ts";
import { writeBatch } from "./write-batch.ts";

/** What one run of the job needs to know of its import. */
interface OpenImport {
  importId: string;
  fileName: string;
  storageKey: string;
  /** Records that earlier runs have dealt with. */
  recordCount: number;
  /** Fields that earlier runs have said to be ignored. */
  saidFields: Set<string>;
}

/**
 * The work of the job `importFile`. Each batch is one transaction that also moves the import's
 * counters, so a run that was killed anywhere is continued by the next one without loss or doubling.
 *
 * A file that cannot be read fails the import, not the job. Other errors are thrown, for a retry.
 */
export async function runImport(
  { storage }: { storage: Storage },
  context: JobContext,
  { importId }: { importId: string },
): Promise<void> {
  const open = await openImport(context, importId);
  if (open === null) return;
  try {
    await importRecords(storage, context, open);
  } catch (error) {
    if (!isFileFault(error)) throw error;
    await inTransaction(context.db, async (tx) => {
      await context.fence(tx);
      await failImport(tx, importId, error.message);
    });
  }
}

function isFileFault(error: unknown): error is Error {
  if (error instanceof DomainError) return error.reason === "file_missing";
  return error instanceof UnreadableFileError;
}

/** @returns null when there is nothing to do: it is done, failed or was cancelled */
async function openImport(context: JobContext, importId: string): Promise<OpenImport | null> {
  return inTransaction(context.db, async (tx) => {
    await context.fence(tx);
    const [row] = await tx.import.updateManyAndReturn({
      where: { id: importId, state: { in: ["waiting", "running"] } },
      data: { state: "running" },
      select: { fileName: true, storageKey: true, recordCount: true, startedAt: true },
    });
    if (row === undefined) return null;
    if (row.startedAt === null) {
      await tx.import.update({ where: { id: importId }, data: { startedAt: new Date() } });
    }
    const said = await tx.importIssue.findMany({
      where: { importId, code: FIELD_IGNORED },
      select: { path: true },
    });
    await publishEvent(tx, { topic: "import", id: importId });
    return { importId, ...row, saidFields: new Set(said.map(({ path }) => path ?? "")) };
  });
}

async function importRecords(
  storage: Storage,
  context: JobContext,
  { importId, fileName, storageKey, recordCount, saidFields }: OpenImport,
): Promise<void> {
  const layout = inspectFile(await readFileHead(storage, storageKey), fileName);
  const batches = readBatches(storage.read(storageKey), layout, recordCount);
  let doneCount = recordCount;
  const change = async (work: (tx: Prisma.TransactionClient) => Promise<unknown>) =>
    changeRunning(context, importId, doneCount, work);
  try {
    await change((tx) =>
      tx.import.update({ where: { id: importId }, data: { format: layout.format } }),
    );
    // The next batch is read while Postgres writes this one.
    for (let next = readAhead(batches); ;) {
      const { done, value } = await next;
      context.signal.throwIfAborted();
      if (done === true) break;
      const batch = remarkOnIgnored(value, saidFields);
      next = readAhead(batches);
      if (!(await change((tx) => writeBatch(tx, importId, batch)))) return;
      doneCount += batch.readings.length;
    }
  } finally {
    await batches.return(undefined);
  }
  if (doneCount === 0) {
    throw new UnreadableFileError("file_empty", "The file holds no record. Nothing was imported.");
  }
  await change((tx) => finishImport(tx, importId));
}

function readAhead<Value>(source: AsyncGenerator<Value>): Promise<IteratorResult<Value>> {
  const next = source.next();
  // Whoever awaits it gets the error; this only covers the case that nobody comes to it.
  next.catch(() => undefined);
  return next;
}

/**
 * One transaction of this run.
 * @param doneCount where the import's counter must stand
 * @returns false, without `work`, when the import was cancelled
 */
async function changeRunning(
  context: JobContext,
  importId: string,
  doneCount: number,
  work: (tx: Prisma.TransactionClient) => Promise<unknown>,
): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    await context.fence(tx);
    const [row] = await tx.$queryRaw<{ state: string; recordCount: number }[]>`
      SELECT state::text, record_count AS "recordCount" FROM import
      WHERE id = ${importId}::uuid FOR NO KEY UPDATE`;
    if (row?.state !== "running") return false;
    if (row.recordCount !== doneCount) throw new Error("another run has moved this import on");
    await work(tx);
    return true;
  });
}

async function finishImport(tx: Prisma.TransactionClient, importId: string): Promise<void> {
  const { byteCount, createdById, recordCount } = await tx.import.findUniqueOrThrow({
    where: { id: importId },
  });
  await tx.import.update({
    where: { id: importId },
    data: { state: "done", bytesDone: byteCount, finishedAt: new Date() },
  });
  await recordAudit(tx, {
    actorId: createdById,
    action: "import.finished",
    subjectType: "import",
    subjectId: importId,
    data: { recordCount },
  });
  await publishEvent(tx, { topic: "import", id: importId });
}
