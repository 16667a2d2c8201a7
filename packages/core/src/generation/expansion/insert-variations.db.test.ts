import type { Database } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { inTransaction } from "../../database/in-transaction.ts";
import { sha256Hex } from "../../database/sha256.ts";
import { deriveComplexityFromText } from "../../prompts/derive-complexity-from-text.ts";
import { insertVariations } from "./insert-variations.ts";
import { openVariationFilter } from "./open-variation-filter.ts";
import type { VariationFilter } from "./variation-filter.ts";

const PARENT =
  "Return the number of orders in a list whose total is at least 50, and None if the list is empty.";
const NEW = [
  "Count the invoices that are overdue by more than 14 days; without invoices return zero.",
  "Given the temperatures of a week, say how many days were colder than 3 degrees.",
];

async function makeRun(db: Database) {
  const { id: createdById } = await makeUser(db, { role: "admin" });
  const { id: runId } = await db.generationRun.create({
    data: { purpose: "variations", producer: "anthropic", filter: {}, createdById },
  });
  const parent = await makePrompt(db, PARENT);
  return { runId, parent };
}

function makePrompt(db: Database, text: string, data: object = {}) {
  return db.prompt.create({
    data: { text, textSha256: sha256Hex(text), category: "list_operations", ...data },
  });
}

function insert(
  db: Database,
  { runId, parent }: Awaited<ReturnType<typeof makeRun>>,
  texts: readonly string[],
  filter: VariationFilter,
) {
  return inTransaction(db, (tx) => insertVariations(tx, { runId, parent, texts }, filter));
}

dbTest("stores what is new with its parent, family, category and complexity", async ({ db }) => {
  const run = await makeRun(db);
  const filter = await openVariationFilter(db);
  const near = PARENT.replace("at least 50", "at least 51");
  const texts = [...NEW, PARENT, near, `${NEW[0]} `, NEW[1]?.toUpperCase() ?? ""];
  expect(await insert(db, run, texts, filter)).toEqual({ createdCount: 2, refusedCount: 4 });
  const made = await db.prompt.findMany({
    where: { parentId: run.parent.id },
    orderBy: { id: "asc" },
  });
  const family = `seed-${run.parent.id}`;
  expect(made).toMatchObject(
    NEW.map((text) => ({
      text,
      textSha256: sha256Hex(text),
      category: "list_operations",
      complexity: deriveComplexityFromText(text),
      source: "variation",
      family,
      generationRunId: run.runId,
      templateId: null,
    })),
  );
  expect(await db.prompt.findUnique({ where: { id: run.parent.id } })).toMatchObject({ family });
  // The filter knows what was stored by itself.
  expect(await insert(db, run, NEW, filter)).toEqual({ createdCount: 0, refusedCount: 2 });
});

dbTest("keeps a family that is there, and counts what was archived as there", async ({ db }) => {
  const { runId } = await makeRun(db);
  const parent = await makePrompt(db, "Another one that nobody has asked for yet.", {
    family: "clamp-1",
    templateId: "clamp",
  });
  await makePrompt(db, NEW[0] ?? "", { archivedAt: new Date() });
  const filter = await openVariationFilter(db);
  expect(await insert(db, { runId, parent }, NEW, filter)).toEqual({
    createdCount: 1,
    refusedCount: 1,
  });
  expect(await db.prompt.findFirst({ where: { parentId: parent.id } })).toMatchObject({
    text: NEW[1],
    family: "clamp-1",
  });
});

dbTest("a filter learns what others store, also out of order", async ({ connect }) => {
  const [db, other] = [connect(), connect()];
  const run = await makeRun(db);
  const filter = await openVariationFilter(db);
  // An import takes its ids now and ends after the filter has seen later ones.
  await other.$transaction(async (tx) => {
    await tx.prompt.create({
      data: { text: NEW[0] ?? "", textSha256: sha256Hex(NEW[0] ?? "") },
    });
    await makePrompt(db, "Something that has nothing to do with the others at all.");
    await filter.catchUp(db);
  });
  expect(await insert(db, run, NEW, filter)).toEqual({ createdCount: 1, refusedCount: 1 });
});

dbTest("two workers that get the same texts store them once", async ({ connect }) => {
  const clients = [connect(), connect(), connect()] as const;
  const run = await makeRun(clients[0]);
  const results = await Promise.all(
    clients.map(async (db) => insert(db, run, NEW, await openVariationFilter(db))),
  );
  expect(results.reduce((sum, { createdCount }) => sum + createdCount, 0)).toBe(2);
  expect(await clients[0].prompt.count({ where: { parentId: run.parent.id } })).toBe(2);
});

dbTest("what was rolled back does not count as there", async ({ db }) => {
  const run = await makeRun(db);
  const filter = await openVariationFilter(db);
  const failing = inTransaction(db, async (tx) => {
    await insertVariations(tx, { ...run, texts: NEW }, filter);
    throw new Error("the worker lost its lease");
  });
  await expect(failing).rejects.toThrow("lost its lease");
  expect(await insert(db, run, NEW, filter)).toEqual({ createdCount: 2, refusedCount: 0 });
});
