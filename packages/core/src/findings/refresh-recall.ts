import { setImmediate as nextTurn } from "node:timers/promises";
import type { ErrorType } from "../checks/error-types.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { publishEvent } from "../events/publish-event.ts";
import type { JobContext } from "../jobs/job-context.ts";
import { closeSweep } from "../jobs/order-sweep.ts";
import { measureRecall } from "../negatives/measure-recall.ts";
import { countGoodSamples } from "./count-good-samples.ts";
import { readRecallIrs } from "./read-recall-irs.ts";
import { writeRecallBasis } from "./recall-basis.ts";
import { STORED_CHECKS_VERSION } from "./stored-checks-version.ts";

/**
 * The work of the job `measureRecall`: spoils good IRs by one error of every type, and counts how
 * many of these a check of that type finds. Equal samples give equal numbers.
 */
export async function refreshRecall(context: JobContext): Promise<void> {
  await closeSweep(context);
  const goodSampleCount = await countGoodSamples(context.db);
  const { isBuiltIn, irs } = await readRecallIrs(context.db);
  const counts = new Map<ErrorType, { mutated: number; caught: number }>();
  for (const { seed, prompt, ir } of irs) {
    context.signal.throwIfAborted();
    for (const row of measureRecall([{ prompt, ir }], { slipsPerIr: 1, seed })) {
      const { mutated, caught } = counts.get(row.errorType) ?? { mutated: 0, caught: 0 };
      counts.set(row.errorType, { mutated: mutated + row.mutated, caught: caught + row.caught });
    }
    // Lets the heartbeats of the process's jobs through.
    await nextTurn();
  }
  const rows = [...counts].map(([errorType, count]) => ({
    errorType,
    checksVersion: STORED_CHECKS_VERSION,
    ...count,
  }));
  await inTransaction(context.db, async (tx) => {
    await context.fence(tx);
    await tx.checkRecall.deleteMany();
    await tx.checkRecall.createMany({ data: rows });
    await writeRecallBasis(tx, {
      isBuiltIn,
      irCount: irs.length,
      goodSampleCount,
      checksVersion: STORED_CHECKS_VERSION,
    });
    await publishEvent(tx, { topic: "checks", id: "all" });
  });
}
