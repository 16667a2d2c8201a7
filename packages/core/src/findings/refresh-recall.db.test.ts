import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import { refreshRecall } from "./refresh-recall.ts";
import { STORED_CHECKS_VERSION } from "./stored-checks-version.ts";

const CORPUS = join(import.meta.dirname, "../../../../corpus/sample-corpus.jsonl");

dbTest("recall is measured on what people found good, the same each time", async ({ db }) => {
  const lines = (await readFile(CORPUS, "utf8")).trim().split("\n").slice(0, 12);
  const records = lines.map((line) => JSON.parse(line) as { prompt: string; ir: unknown });
  await makeCorpus(db, {
    samples: records.length,
    each: (index) => ({
      prompt: records[index]?.prompt ?? "",
      irRaw: JSON.stringify(records[index]?.ir),
    }),
  });
  await refreshRecall(makeJobContext(db));
  expect(await db.checkRecall.count()).toBe(0);

  await db.queueItem.updateMany({ data: { state: "accepted" } });
  await refreshRecall(makeJobContext(db));
  const recall = await db.checkRecall.findMany({ orderBy: { errorType: "asc" } });
  const invalid = recall.find(({ errorType }) => errorType === "schema_invalid");
  expect(invalid?.mutated).toBeGreaterThan(5);
  expect(invalid?.caught).toBe(invalid?.mutated);
  expect(recall.every(({ mutated, caught }) => caught <= mutated)).toBe(true);
  expect(recall.every((row) => row.checksVersion === STORED_CHECKS_VERSION)).toBe(true);

  await refreshRecall(makeJobContext(db));
  const again = await db.checkRecall.findMany({ orderBy: { errorType: "asc" } });
  const numbers = (rows: typeof recall) =>
    rows.map(({ errorType, mutated, caught }) => [errorType, mutated, caught]);
  expect(numbers(again)).toEqual(numbers(recall));
});
