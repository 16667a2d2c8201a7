import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "@foundry/prisma/client";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { ERROR_TYPE_IDS } from "../checks/error-types.ts";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import { getChecksOverview } from "./get-checks-overview.ts";
import { orderDueRecall } from "./order-due-recall.ts";
import { refreshRecall } from "./refresh-recall.ts";
import { STORED_CHECKS_VERSION } from "./stored-checks-version.ts";

const CORPUS = join(import.meta.dirname, "../../../../corpus/sample-corpus.jsonl");

async function makeSamples(db: Database, count: number) {
  const lines = (await readFile(CORPUS, "utf8")).trim().split("\n").slice(0, count);
  const records = lines.map((line) => JSON.parse(line) as { prompt: string; ir: unknown });
  await makeCorpus(db, {
    samples: records.length,
    each: (index) => ({
      prompt: records[index]?.prompt ?? "",
      irRaw: JSON.stringify(records[index]?.ir),
    }),
  });
}

async function readNumbers(db: Database) {
  const rows = await db.checkRecall.findMany({ orderBy: { errorType: "asc" } });
  expect(rows.every((row) => row.checksVersion === STORED_CHECKS_VERSION)).toBe(true);
  return rows.map(({ errorType, mutated, caught }) => ({ errorType, mutated, caught }));
}

const basisOf = async (db: Database) =>
  (await getChecksOverview(db, (await makeUser(db)).actor)).recallBasis;

dbTest("recall is measured on what people found good, the same each time", async ({ db }) => {
  await makeSamples(db, 20);
  await db.queueItem.updateMany({ data: { state: "accepted" } });
  await refreshRecall(makeJobContext(db));
  expect(await basisOf(db)).toEqual({ isBuiltIn: false, irCount: 20 });
  const recall = await readNumbers(db);
  const invalid = recall.find(({ errorType }) => errorType === "schema_invalid");
  expect(invalid?.mutated).toBeGreaterThan(15);
  expect(invalid?.caught).toBe(invalid?.mutated);
  expect(recall.every(({ mutated, caught }) => caught <= mutated)).toBe(true);

  await refreshRecall(makeJobContext(db));
  expect(await readNumbers(db)).toEqual(recall);
});

dbTest("while few samples are found good, recall is measured on built-in IRs", async ({ db }) => {
  await makeSamples(db, 20);
  const [one] = await db.queueItem.findMany();
  await db.queueItem.updateMany({ data: { state: "accepted" } });
  await db.queueItem.updateMany({
    where: { sampleId: one?.sampleId ?? 0 },
    data: { state: "pending" },
  });
  await refreshRecall(makeJobContext(db));
  expect(await basisOf(db)).toEqual({ isBuiltIn: true, irCount: 60 });
  const recall = await readNumbers(db);
  expect(recall.map(({ errorType }) => errorType)).toEqual([...ERROR_TYPE_IDS].toSorted());
  expect(recall.every(({ mutated }) => mutated > 0)).toBe(true);
});

dbTest("recall is due when there is none, and again after a fifth more is good", async ({ db }) => {
  await makeSamples(db, 30);
  const accept = (count: number) => db.$executeRaw`
    UPDATE queue_item SET state = CASE WHEN place <= ${count} THEN 'accepted' ELSE 'pending' END::sample_state
    FROM (SELECT sample_id AS id, row_number() OVER (ORDER BY sample_id) AS place FROM queue_item) p
    WHERE id = sample_id`;
  const isDueWith = async (count: number) => {
    await accept(count);
    await db.job.deleteMany();
    await orderDueRecall(db);
    return (await db.job.count({ where: { name: "measureRecall" } })) === 1;
  };
  expect(await isDueWith(0)).toBe(true);
  await refreshRecall(makeJobContext(db));
  expect([await isDueWith(19), await isDueWith(20)]).toEqual([false, true]);
  await refreshRecall(makeJobContext(db));
  expect([await isDueWith(23), await isDueWith(24)]).toEqual([false, true]);
});
