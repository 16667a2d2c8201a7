import type { Prisma } from "@foundry/prisma/client";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { publishEvent } from "../events/publish-event.ts";
import type { JobContext } from "../jobs/job-context.ts";
import { PromptShortageError } from "../prompts/prompt-shortage-error.ts";
import { readCorpusIndex } from "./corpus-index.ts";
import { drawOrder } from "./draw-order.ts";
import { failPromptRun } from "./fail-prompt-run.ts";
import { presentPromptRun, PROMPT_RUN_INCLUDE } from "./present-prompt-run.ts";
import type { PromptRun } from "./prompt-run.schema.ts";
import { type StoredTemplate, storedTemplatesSchema } from "./read-own-templates.ts";
import { writePromptBatch } from "./write-prompt-batch.ts";

/** Few enough that a cancelled run stops at once. */
const BATCH_SIZE = 50;

/**
 * The work of the job `generatePrompts`. The texts follow from the order alone, and each batch is one
 * transaction that also moves the run's counter, so a run that was killed anywhere is continued by
 * the next one without loss or doubling.
 */
export async function runPromptRun(
  context: JobContext,
  { runId }: { runId: string },
): Promise<void> {
  const open = await openRun(context, runId);
  if (open === null) return;
  const { run, ownTemplates } = open;
  const { records, shortages } = await drawOrder(run, ownTemplates);
  if (shortages.length > 0) {
    await inTransaction(context.db, async (tx) => {
      await context.fence(tx);
      await failPromptRun(tx, runId, new PromptShortageError(shortages).message);
    });
    return;
  }
  const rest = records.slice(run.doneCount);
  const corpus = await readCorpusIndex(
    context.db,
    rest.map(({ prompt }) => prompt),
    { signal: context.signal },
  );
  for (let start = 0; start < rest.length; start += BATCH_SIZE) {
    context.signal.throwIfAborted();
    const doneCount = run.doneCount + start;
    const part = rest.slice(start, start + BATCH_SIZE);
    await corpus.catchUp(context.db, runId);
    const isOpen = await changeRunning(context, runId, doneCount, async (tx) => {
      // Otherwise two runs at once could each add what is near to a prompt of the other.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('prompt-runs', 0))`;
      await corpus.catchUp(tx, runId);
      const batch = part.map((record, index) => ({
        record,
        seq: doneCount + index,
        ...corpus.judge(record.prompt),
      }));
      await writePromptBatch(tx, run, batch);
    });
    if (!isOpen) return;
  }
  await changeRunning(context, runId, records.length, (tx) => finishRun(tx, runId));
}

/** @returns null when there is nothing to do: it is done, failed or was cancelled */
async function openRun(
  context: JobContext,
  runId: string,
): Promise<{ run: PromptRun; ownTemplates: StoredTemplate[] } | null> {
  return inTransaction(context.db, async (tx) => {
    await context.fence(tx);
    const { count } = await tx.promptRun.updateMany({
      where: { id: runId, state: { in: ["waiting", "running"] } },
      data: { state: "running" },
    });
    if (count === 0) return null;
    await tx.promptRun.updateMany({
      where: { id: runId, startedAt: null },
      data: { startedAt: new Date() },
    });
    await publishEvent(tx, { topic: "prompt-run", id: runId });
    const row = await tx.promptRun.findUniqueOrThrow({
      where: { id: runId },
      include: PROMPT_RUN_INCLUDE,
    });
    return {
      run: presentPromptRun(row),
      ownTemplates: storedTemplatesSchema.parse(row.ownTemplates),
    };
  });
}

/**
 * One transaction of this run.
 * @param doneCount where the run's counter must stand
 * @returns false, without `work`, when the run was cancelled
 */
async function changeRunning(
  context: JobContext,
  runId: string,
  doneCount: number,
  work: (tx: Prisma.TransactionClient) => Promise<unknown>,
): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    await context.fence(tx);
    const [row] = await tx.$queryRaw<{ state: string; doneCount: number }[]>`
      SELECT state::text, done_count AS "doneCount" FROM prompt_run
      WHERE id = ${runId}::uuid FOR NO KEY UPDATE`;
    if (row?.state !== "running") return false;
    if (row.doneCount !== doneCount) throw new Error("another worker has moved this run on");
    await work(tx);
    return true;
  });
}

async function finishRun(tx: Prisma.TransactionClient, runId: string): Promise<void> {
  const { createdById, createdCount } = await tx.promptRun.update({
    where: { id: runId },
    data: { state: "done", finishedAt: new Date() },
  });
  await recordAudit(tx, {
    actorId: createdById,
    action: "prompt_run.finished",
    subjectType: "prompt_run",
    subjectId: runId,
    data: { createdCount },
  });
  await publishEvent(tx, { topic: "prompt-run", id: runId });
}
