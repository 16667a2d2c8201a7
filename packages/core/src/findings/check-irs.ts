import type { Prisma } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import { publishEvent } from "../events/publish-event.ts";
import type { JobContext } from "../jobs/job-context.ts";
import { closeSweep, orderSweep } from "../jobs/order-sweep.ts";
import { pause } from "../loops/pause.ts";
import { judgeIr } from "./judge-ir.ts";
import { orderDueRecall } from "./order-due-recall.ts";
import { readUncheckedIrs } from "./read-unchecked-irs.ts";
import { writeJudgements } from "./write-judgements.ts";

/** Reviewers' requests come in between. */
const PAUSE_MS = 40;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";
/** Any number, as long as nothing else locks by it. */
const LOCK = 4_153_200_018;

/** How far a sweep has come. */
interface Progress {
  after: string;
  failedCount: number;
}

/**
 * The work of the job `checkIrs`. Each batch is one transaction, and what was checked is not looked
 * at again, so a run that was killed anywhere is continued by the next one. Two runs at once take
 * turns and share the work.
 *
 * @throws Error when a check failed on some IRs; all others are checked by then
 */
export async function checkIrs(
  context: JobContext,
  { isAgain }: { isAgain: boolean },
): Promise<void> {
  if (isAgain) await inTransaction(context.db, (tx) => forgetEarlier(context, tx));
  await sweep(context);
  await closeSweep(context);
  const failedCount = await sweep(context);
  // While a run generates, a sweep comes every few seconds; recall depends on none of its IRs.
  if (!isAgain) await orderDueRecall(context.db);
  else {
    await inTransaction(context.db, async (tx) => {
      await context.fence(tx);
      await orderSweep(tx, "measureRecall", {});
    });
  }
  if (failedCount > 0) throw new Error(`a check failed on ${failedCount} IRs; see the log`);
}

/** What was checked before this job was ordered counts as unchecked; its findings stay until then. */
async function forgetEarlier(context: JobContext, tx: Prisma.TransactionClient): Promise<void> {
  await context.fence(tx);
  await tx.$executeRaw`
    UPDATE ir_check SET checks_version = ''
    WHERE checked_at < (SELECT created_at FROM job WHERE id = ${context.jobId}::uuid)`;
}

/** @returns on how many IRs a check failed */
async function sweep(context: JobContext): Promise<number> {
  let progress: Progress = { after: FIRST_ID, failedCount: 0 };
  for (;;) {
    context.signal.throwIfAborted();
    const next = await checkBatch(context, progress);
    if (next.after === progress.after) return next.failedCount;
    progress = next;
    await pause(PAUSE_MS, context.signal);
  }
}

async function checkBatch(context: JobContext, progress: Progress): Promise<Progress> {
  return inTransaction(context.db, async (tx) => {
    await context.fence(tx);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    const irs = await readUncheckedIrs(tx, progress.after);
    const judgements = irs.flatMap((ir) => judgeIr(ir) ?? []);
    await writeJudgements(tx, judgements);
    if (irs.length > 0) await publishEvent(tx, { topic: "checks", id: "all" });
    return {
      after: irs.at(-1)?.irId ?? progress.after,
      failedCount: progress.failedCount + irs.length - judgements.length,
    };
  });
}
