import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import { orderSweep } from "../jobs/order-sweep.ts";
import { countGoodSamples } from "./count-good-samples.ts";
import { readRecallBasis } from "./recall-basis.ts";
import { STORED_CHECKS_VERSION } from "./stored-checks-version.ts";

/** Fewer say too little about the whole corpus. */
export const MIN_GOOD_SAMPLES = 20;
const GROWTH = 1.2;

/**
 * Orders a measurement of recall when there is none of these checks, or when people have found a
 * fifth more samples good since the last one: what a worker asks itself now and then.
 */
export async function orderDueRecall(db: Database): Promise<void> {
  const unfinished = await db.job.count({
    where: { name: "measureRecall", state: { in: ["ready", "running"] } },
  });
  if (unfinished > 0) return;
  const [basis, count] = await Promise.all([readRecallBasis(db), countGoodSamples(db)]);
  const isMeasured = basis?.checksVersion === STORED_CHECKS_VERSION;
  if (isMeasured && count < Math.max(MIN_GOOD_SAMPLES, GROWTH * basis.goodSampleCount)) return;
  await inTransaction(db, (tx) => orderSweep(tx, "measureRecall", {}));
}
