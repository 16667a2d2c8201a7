import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Database } from "@foundry/prisma/client";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { inTransaction } from "../database/in-transaction.ts";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import { orderSweep } from "../jobs/order-sweep.ts";
import { until } from "../loops/testing/until.ts";
import { checkIrs } from "./check-irs.ts";
import { dismissFinding } from "./dismiss-finding.ts";
import { orderDueChecks } from "./order-due-checks.ts";
import { writeRecallBasis } from "./recall-basis.ts";
import { STORED_CHECKS_VERSION } from "./stored-checks-version.ts";
import { MAX_STORED_FINDINGS } from "./to-finding-rows.ts";

const NO_IR = '{"intent": {"summary": "Says what is missing here."}}';

const sweep = (db: Database, options = { isAgain: false }) => checkIrs(makeJobContext(db), options);

const countUnchecked = async (db: Database) =>
  db.ir.count({ where: { NOT: { check: { checksVersion: STORED_CHECKS_VERSION } } } });

/** Every time that an IR is checked is a row of `test_checked`. */
async function logChecks(db: Database) {
  await db.$executeRaw`CREATE TABLE test_checked (ir_id uuid)`;
  await db.$executeRaw`CREATE FUNCTION test_log_check() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN INSERT INTO test_checked VALUES (NEW.ir_id); RETURN NEW; END'`;
  await db.$executeRaw`CREATE TRIGGER test_log AFTER INSERT OR UPDATE ON ir_check
    FOR EACH ROW EXECUTE FUNCTION test_log_check()`;
  return async () => {
    const [row] = await db.$queryRaw<{ total: number; irs: number }[]>`
      SELECT count(*)::int AS total, count(DISTINCT ir_id)::int AS irs FROM test_checked`;
    return row;
  };
}

dbTest(
  "a sweep stores findings, risk and counts, and gives the risk to the queue",
  async ({ db }) => {
    const [clean, flawed] = await makeCorpus(db, {
      samples: 2,
      each: (index) => (index === 0 ? {} : { irRaw: NO_IR, isSchemaValid: false }),
    });
    await sweep(db);

    const check = await db.irCheck.findUniqueOrThrow({ where: { irId: flawed?.irId ?? "" } });
    expect(check).toMatchObject({ checksVersion: STORED_CHECKS_VERSION });
    expect(check.errorCount).toBeGreaterThan(0);
    expect(check.riskReasons).not.toEqual([]);
    const findings = await db.finding.findMany({ where: { irId: flawed?.irId ?? "" } });
    expect(findings).toContainEqual(
      expect.objectContaining({
        source: "checks",
        errorType: "schema_invalid",
        severity: "error",
        path: "/signature",
        message: expect.stringContaining("signature"),
      }),
    );
    const items = await db.queueItem.findMany({ orderBy: { sampleId: "asc" } });
    expect(items.map(({ sampleId }) => sampleId)).toEqual([clean?.sampleId, flawed?.sampleId]);
    const [cleanRisk, flawedRisk] = items.map(({ risk }) => risk ?? Number.NaN);
    expect(flawedRisk).toBe(check.risk);
    expect(cleanRisk).toBeLessThan(flawedRisk ?? 0);
  },
);

dbTest("what was checked is not checked again, unless it is asked for", async ({ db }) => {
  await makeCorpus(db, { samples: 250 });
  const countChecks = await logChecks(db);
  await sweep(db);
  expect(await countChecks()).toEqual({ total: 250, irs: 250 });
  await sweep(db);
  expect(await countChecks()).toEqual({ total: 250, irs: 250 });

  await orderDueChecks(db);
  expect(await db.job.count({ where: { name: "checkIrs" } })).toBe(0);
  await makeSample(db);
  await orderDueChecks(db);
  await orderDueChecks(db);
  expect(await db.job.count({ where: { name: "checkIrs" } })).toBe(1);

  // The job that asks for it: its row says since when a check counts.
  const { id } = await db.job.findFirstOrThrow({ where: { name: "checkIrs" } });
  await checkIrs({ ...makeJobContext(db), jobId: id }, { isAgain: true });
  // Marking an IR as unchecked is an update as well.
  expect(await countChecks()).toEqual({ total: 250 + 250 + 251, irs: 251 });
});

dbTest("another version of the checks replaces findings and leaves dismissals", async ({ db }) => {
  const { actor } = await makeUser(db);
  const { irId, sampleId } = await makeSample(db, { irRaw: NO_IR, isSchemaValid: false });
  await sweep(db);
  const before = await db.finding.findMany({ where: { irId } });
  const [first] = before;
  await dismissFinding(db, actor, {
    sampleId,
    irId,
    check: first?.check ?? "",
    path: first?.path ?? "",
    message: first?.message ?? "",
  });
  await db.finding.deleteMany({ where: { irId, seq: { gt: 0 } } });
  await db.finding.updateMany({ where: { irId }, data: { message: "as it was said before" } });
  await db.finding.create({
    data: { ...before[0], irId, source: "evidence", fix: {} } as never,
  });
  await db.irCheck.update({ where: { irId }, data: { checksVersion: "older", risk: 0 } });

  await sweep(db);

  expect(await db.finding.findMany({ where: { irId, source: "checks" } })).toEqual(before);
  expect(await db.finding.count({ where: { irId, source: "evidence" } })).toBe(1);
  expect(await db.findingDismissal.count()).toBe(1);
  expect(await countUnchecked(db)).toBe(0);
});

dbTest("a killed worker's sweep is taken up where it stopped", async ({ db, databaseUrl }) => {
  await makeCorpus(db, { samples: 1_500 });
  const countChecks = await logChecks(db);
  const script = join(import.meta.dirname, "testing/sweep-process.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, databaseUrl]);
  await until(async () => (await db.irCheck.count()) > 0, 30_000);
  child.kill("SIGKILL");
  await once(child, "exit");
  const doneCount = await db.irCheck.count();
  expect(doneCount).toBeLessThan(1_500);

  await sweep(db);

  expect(await countUnchecked(db)).toBe(0);
  expect(await countChecks()).toEqual({ total: 1_500, irs: 1_500 });
});

dbTest("two sweeps at once share the work", async ({ db, connect }) => {
  await makeCorpus(db, { samples: 600 });
  const countChecks = await logChecks(db);
  await Promise.all([sweep(connect()), sweep(connect())]);
  expect(await countChecks()).toEqual({ total: 600, irs: 600 });
});

dbTest("a worker that has lost its job changes nothing", async ({ db }) => {
  await makeCorpus(db, { samples: 150 });
  const lost = makeJobContext(db, {
    onFence: (count) => {
      if (count === 1) throw new Error("another worker has the job");
    },
  });
  await expect(checkIrs(lost, { isAgain: false })).rejects.toThrow("another worker has the job");
  expect(await db.irCheck.count()).toBe(100);
  expect(await db.queueItem.count({ where: { risk: null } })).toBe(50);
});

dbTest("a sweep that ends sees what relied on it", async ({ db, connect }) => {
  await makeSample(db);
  await orderDueChecks(db);
  const { id: jobId } = await db.job.findFirstOrThrow();
  await db.job.update({ where: { id: jobId }, data: { state: "running" } });
  let hasOrdered = false;
  const late = makeSampleLater(connect(), () => {
    hasOrdered = true;
  });
  await until(() => hasOrdered);
  // The fence of the sweep waits for the transaction that found it unfinished.
  await checkIrs({ ...makeJobContext(db), jobId }, { isAgain: false });
  await late;
  expect(await countUnchecked(db)).toBe(0);
  expect(await db.job.count({ where: { name: "checkIrs" } })).toBe(1);

  await inTransaction(db, (tx) => orderSweep(tx, "checkIrs", { isAgain: false }));
  expect(await db.job.count({ where: { name: "checkIrs" } })).toBe(2);
});

/** A sample whose transaction orders a sweep and commits only half a second later. */
async function makeSampleLater(db: Database, onOrdered: () => void) {
  const { promptId, irRaw } = await makeSample(db);
  await db.$transaction(async (tx) => {
    const sample = await tx.sample.create({ data: { promptId, irSha256: "another" } });
    const ir = { sampleId: sample.id, version: 1, origin: "imported", raw: irRaw } as const;
    await tx.ir.create({ data: { ...ir, sha256: "", isSchemaValid: true } });
    await orderSweep(tx, "checkIrs", { isAgain: false });
    onOrdered();
    await tx.$executeRaw`SELECT pg_sleep(0.5)`;
  });
}

dbTest("hostile and huge IRs are checked like any other", async ({ db }) => {
  const { irRaw } = await makeSample(db);
  const ir = JSON.parse(irRaw) as Record<string, unknown>;
  const effects = Array.from({ length: 900 }, (_, index) => ({
    description: `step ${index} ${"x".repeat(1_000)}`,
    [`key\u0000\ud800${index}`]: "\u0000",
  }));
  const huge = await makeSample(db, {
    irRaw: JSON.stringify({ ...ir, effects }),
    isSchemaValid: false,
  });
  expect(huge.irRaw.length).toBeGreaterThan(900_000);
  const nul = await makeSample(db, {
    irRaw: irRaw.replace('"summary": "', '"summary": "\\u0000\\ud800'),
    isSchemaValid: false,
  });

  await sweep(db);

  expect(await countUnchecked(db)).toBe(0);
  const check = await db.irCheck.findUniqueOrThrow({ where: { irId: huge.irId } });
  expect(check.errorCount).toBeGreaterThan(50);
  const found = await db.finding.findMany({ where: { irId: huge.irId }, orderBy: { seq: "asc" } });
  expect(found.length).toBeLessThanOrEqual(MAX_STORED_FINDINGS);
  expect(found[0]?.severity).toBe("error");
  expect(found.some(({ path }) => path.includes("\ufffd"))).toBe(true);
  expect(await db.irCheck.count({ where: { irId: nul.irId } })).toBe(1);
});

dbTest(
  "recall is measured after the first sweep, and not after each of a stream",
  async ({ db }) => {
    const countOrders = () => db.job.count({ where: { name: "measureRecall" } });
    await makeSample(db);
    await sweep(db);
    await sweep(db);
    expect(await countOrders()).toBe(1);
    await db.job.deleteMany();
    const checksVersion = STORED_CHECKS_VERSION;
    await writeRecallBasis(db, { isBuiltIn: true, irCount: 60, goodSampleCount: 0, checksVersion });
    await makeSample(db);
    await sweep(db);
    expect(await countOrders()).toBe(0);
    await sweep(db, { isAgain: true });
    expect(await countOrders()).toBe(1);
  },
);
