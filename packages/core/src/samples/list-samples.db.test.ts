import { type Database, Prisma } from "@foundry/prisma/client";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import type { Actor } from "../auth/actor.ts";
import { checkIrs } from "../findings/check-irs.ts";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import { recordReview } from "../reviews/record-review.ts";
import { claimNext } from "../reviews/testing/claim-next.ts";
import { expireLeases } from "../reviews/testing/expire-leases.ts";
import { makeVerdict } from "../reviews/testing/make-verdict.ts";
import { undoReview } from "../reviews/undo-review.ts";
import { getSample } from "./get-sample.ts";
import { listCategories } from "./list-categories.ts";
import { listSamples } from "./list-samples.ts";
import { samplePageStatement } from "./sample-page-statement.ts";
import { type ListSamplesQuery, sampleDetailSchema, samplePageSchema } from "./sample.schema.ts";

dbTest(
  "pages by key run from the newest to the oldest without a gap or a double",
  async ({ db }) => {
    const made = await makeCorpus(db, { samples: 2_503 });
    const { actor } = await makeUser(db);

    const pages = await readPages(db, actor, { limit: 100 });

    expect(pages.map((page) => page.length)).toEqual([...Array<number>(25).fill(100), 3]);
    expect(pages.flat()).toEqual(made.map(({ sampleId }) => sampleId).toReversed());
    await db.$executeRaw`ANALYZE`;
    for (const cursor of [made.at(-1), made[1_250], made[60]]) {
      const rowCount = await countRowsRead(db, { limit: 50, cursor: cursor?.sampleId ?? 0 });
      expect(rowCount).toBeLessThanOrEqual(100);
    }
  },
);

dbTest(
  "a page that ends the list says so, and samples that arrive meanwhile shift nothing",
  async ({ db }) => {
    await makeCorpus(db, { samples: 4 });
    const { actor } = await makeUser(db);
    const first = await listSamples(db, actor, { limit: 2 });
    await makeSample(db);

    const second = await listSamples(db, actor, { limit: 2, cursor: first.nextCursor ?? 0 });

    expect(second.nextCursor).toBeNull();
    const ids = [...first.rows, ...second.rows].map(({ sampleId }) => sampleId);
    expect(new Set(ids).size).toBe(4);
  },
);

dbTest(
  "rows show who holds or decided a sample, and whether it fits the schema",
  async ({ db }) => {
    const [held, decided, invalid, benchmark] = await makeCorpus(db, {
      samples: 4,
      each: (index) => ({ category: "mathematical", isSchemaValid: index !== 2 }),
    });
    await db.benchmarkCase.create({
      data: {
        promptId: benchmark?.promptId ?? 0,
        name: "sum",
        functionName: "sum",
        testCases: "[]",
      },
    });
    const ada = await makeUser(db, { name: "Ada" });
    await recordReview(
      db,
      ada.actor,
      makeVerdict(await claimNext(db, ada.actor, decided?.sampleId), "correct"),
    );
    await claimNext(db, ada.actor, held?.sampleId);

    const page = await listSamples(db, ada.actor, { limit: 10 });

    expect(samplePageSchema.parse(page)).toEqual(page);
    const row = {
      category: "mathematical",
      source: "factory",
      leasedBy: null,
      decidedBy: null,
      isBenchmark: false,
    };
    expect(page.rows).toMatchObject([
      { ...row, sampleId: benchmark?.sampleId, isBenchmark: true },
      { ...row, sampleId: invalid?.sampleId, isSchemaValid: false },
      {
        ...row,
        sampleId: decided?.sampleId,
        state: "corrected",
        decidedBy: "Ada",
        isSchemaValid: true,
      },
      {
        ...row,
        sampleId: held?.sampleId,
        state: "pending",
        leasedBy: "Ada",
        promptText: held?.promptText,
      },
    ]);

    await expireLeases(db);
    const later = await listSamples(db, ada.actor, { limit: 10 });
    expect(later.rows.at(-1)).toMatchObject({ leasedBy: null });
  },
);

dbTest("after an undo nobody has decided the sample", async ({ db }) => {
  await makeSample(db);
  const { actor, name } = await makeUser(db);
  const request = makeVerdict(await claimNext(db, actor), "accept");
  await recordReview(db, actor, request);
  await undoReview(db, actor, request.id);
  const { rows } = await listSamples(db, actor, { limit: 10 });
  expect(rows).toMatchObject([{ state: "pending", decidedBy: null, leasedBy: name }]);
});

dbTest("filters combine", async ({ db }) => {
  const prompts = [
    "Count the red apples",
    "Count 100% of the pears",
    "Sum a_b and C:\\d",
    "count nothing",
  ];
  const made = await makeCorpus(db, {
    samples: 4,
    each: (index) => ({
      prompt: prompts[index] ?? "",
      category: index < 2 ? "mathematical" : "edge_cases",
      complexity: index % 2 === 0 ? "easy" : "medium",
    }),
  });
  const { actor } = await makeUser(db);
  await recordReview(
    db,
    actor,
    makeVerdict(await claimNext(db, actor, made[0]?.sampleId), "reject"),
  );
  await claimNext(db, actor, made[3]?.sampleId);

  const find = async (query: Partial<ListSamplesQuery>) => {
    const { rows } = await listSamples(db, actor, { limit: 10, ...query });
    return rows
      .map(({ promptText }) => prompts.indexOf(promptText))
      .toSorted((one, other) => one - other);
  };
  expect(await find({})).toEqual([0, 1, 2, 3]);
  expect(await find({ search: "  " })).toEqual([0, 1, 2, 3]);
  expect(await find({ search: "COUNT" })).toEqual([0, 1, 3]);
  expect(await find({ search: "apples count" })).toEqual([0]);
  expect(await find({ search: "%" })).toEqual([1]);
  expect(await find({ search: "_" })).toEqual([2]);
  expect(await find({ search: "\\d" })).toEqual([2]);
  expect(await find({ search: "'; DROP TABLE sample; --" })).toEqual([]);
  expect(await find({ category: "edge_cases" })).toEqual([2, 3]);
  expect(await find({ complexity: "medium", search: "count" })).toEqual([1, 3]);
  expect(await find({ state: "rejected" })).toEqual([0]);
  expect(await find({ state: "pending" })).toEqual([1, 2, 3]);
  expect(await find({ state: "leased" })).toEqual([3]);
  expect(await find({ state: "leased", category: "mathematical" })).toEqual([]);
  expect(await listCategories(db, actor)).toEqual([
    { category: "edge_cases", complexity: "easy", count: 1 },
    { category: "edge_cases", complexity: "medium", count: 1 },
    { category: "mathematical", complexity: "easy", count: 1 },
    { category: "mathematical", complexity: "medium", count: 1 },
  ]);
});

/** How many rows of the queue Postgres touched for one page. */
async function countRowsRead(db: Database, query: ListSamplesQuery): Promise<number> {
  const [answer] = await db.$queryRaw<{ "QUERY PLAN": [{ Plan: PlanNode }] }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${samplePageStatement(query)}`,
  );
  const nodes = answer ? flatten(answer["QUERY PLAN"][0].Plan) : [];
  const scans = nodes.filter((node) => node["Relation Name"] === "queue_item");
  expect(scans).toHaveLength(1);
  return scans.reduce(
    (sum, scan) => sum + scan["Actual Rows"] + (scan["Rows Removed by Filter"] ?? 0),
    0,
  );
}

interface PlanNode {
  "Relation Name"?: string;
  "Actual Rows": number;
  "Rows Removed by Filter"?: number;
  Plans?: PlanNode[];
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}

async function readPages(db: Database, actor: Actor, query: ListSamplesQuery): Promise<number[][]> {
  const { rows, nextCursor } = await listSamples(db, actor, query);
  const ids = rows.map(({ sampleId }) => sampleId);
  if (nextCursor === null) return [ids];
  return [ids, ...(await readPages(db, actor, { ...query, cursor: nextCursor }))];
}

dbTest("rows show risk and findings, and the check of a finding filters", async ({ db }) => {
  const { actor } = await makeUser(db);
  const [flawed, clean] = await makeCorpus(db, {
    samples: 3,
    each: (index) => (index === 0 ? { irRaw: "{}", isSchemaValid: false } : {}),
  });
  await checkIrs(makeJobContext(db), { isAgain: false });
  await makeSample(db);
  const { rows } = await listSamples(db, actor, { limit: 10 });
  const [unchecked] = rows;
  expect(unchecked).toMatchObject({ risk: null, errorCount: 0, warningCount: 0 });
  const rowOf = (id?: number) => rows.find(({ sampleId }) => sampleId === id);
  expect(rowOf(flawed?.sampleId)?.errorCount).toBeGreaterThan(0);
  expect(rowOf(flawed?.sampleId)?.risk).toBeGreaterThan(rowOf(clean?.sampleId)?.risk ?? 1);
  expect(samplePageSchema.parse({ rows, nextCursor: null })).toEqual({ rows, nextCursor: null });

  const { check } = await db.finding.findFirstOrThrow({ where: { irId: flawed?.irId ?? "" } });
  const found = await listSamples(db, actor, { limit: 10, check });
  expect(found.rows.map(({ sampleId }) => sampleId)).toContain(flawed?.sampleId);
  const none = await listSamples(db, actor, { limit: 10, check: "no_such_check" });
  expect(none.rows).toEqual([]);
  const detail = await getSample(db, actor, flawed?.sampleId ?? 0);
  expect(sampleDetailSchema.parse(detail)).toEqual(detail);
  expect(detail.risk?.reasons.length).toBeGreaterThan(0);
});
