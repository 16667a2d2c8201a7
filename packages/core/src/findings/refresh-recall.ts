import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "@foundry/prisma/client";
import type { ErrorType } from "../checks/error-types.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { publishEvent } from "../events/publish-event.ts";
import { readIr } from "../ir/read-ir.ts";
import type { JobContext } from "../jobs/job-context.ts";
import { closeSweep } from "../jobs/order-sweep.ts";
import { measureRecall } from "../negatives/measure-recall.ts";
import { STORED_CHECKS_VERSION } from "./stored-checks-version.ts";

const MAX_SAMPLES = 100;
/** Of an IR; larger ones say no more and take long. */
const MAX_BYTES = 50_000;

interface GoodSample {
  sampleId: number;
  prompt: string;
  raw: string;
}

/**
 * The work of the job `measureRecall`: spoils IRs that people have found good, by one error of every
 * type, and counts how many of these a check of that type finds. Equal samples give equal numbers.
 * Without good samples nothing is measured.
 */
export async function refreshRecall(context: JobContext): Promise<void> {
  await closeSweep(context);
  const counts = new Map<ErrorType, { mutated: number; caught: number }>();
  for (const { sampleId, prompt, raw } of await readGoodSamples(context.db)) {
    context.signal.throwIfAborted();
    const good = { prompt, ir: readIr(raw).value };
    for (const row of measureRecall([good], { slipsPerIr: 1, seed: sampleId })) {
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
    await publishEvent(tx, { topic: "checks", id: "all" });
  });
}

/** Spread over the whole corpus, and the same ones each time. */
async function readGoodSamples(db: Database): Promise<GoodSample[]> {
  return db.$queryRaw<GoodSample[]>`
    SELECT q.sample_id AS "sampleId", p.text AS prompt, i.raw
    FROM queue_item q
    JOIN ir i ON i.id = q.current_ir_id
    JOIN sample s ON s.id = q.sample_id
    JOIN prompt p ON p.id = s.prompt_id
    WHERE q.state IN ('accepted', 'corrected') AND octet_length(i.raw) <= ${MAX_BYTES}
    ORDER BY hashint4(q.sample_id), q.sample_id
    LIMIT ${MAX_SAMPLES}`;
}
