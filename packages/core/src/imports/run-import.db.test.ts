import { gzipSync } from "node:zlib";
import type { Database } from "@foundry/prisma/client";
import { describe, expect } from "vitest";
import { cancelImport } from "./cancel-import.ts";
import { getImport } from "./get-import.ts";
import { retryImport } from "./retry-import.ts";
import { runImport } from "./run-import.ts";
import { importTest } from "./testing/import-test.ts";
import { makeJobContext } from "./testing/make-job-context.ts";
import { makeRecords } from "./testing/make-records.ts";

const IR = {
  intent: { summary: "Says whether a word is long" },
  signature: { name: "is_long", parameters: [], returns: "bool" },
};

/** Everything that an import can add, without ids and times. */
async function readCorpus(db: Database) {
  const samples = await db.sample.findMany({
    include: { prompt: { include: { benchmarkCase: true } }, irs: true, queueItem: true },
    orderBy: { id: "asc" },
  });
  return samples.map(({ prompt, irs, queueItem, irSha256 }) => ({
    text: prompt.text,
    category: prompt.category,
    irs: irs.map(({ raw, sha256, version, origin }) => ({ raw, sha256, version, origin })),
    isCurrent: queueItem?.currentIrId === irs[0]?.id && irs[0]?.sha256 === irSha256,
    queued: queueItem && { state: queueItem.state, category: queueItem.category },
  }));
}

describe("an import", () => {
  importTest(
    "brings in the good records and reports the bad ones",
    async ({ db, storage, admin, upload }) => {
      const lines = [
        JSON.stringify({ prompt: "One", category: "control_flow", ir: IR, note: "x" }),
        "oops",
        JSON.stringify({ prompt: "Two", ir: { wrong: true }, note: "y" }),
        "",
        JSON.stringify({ prompt: "Three" }),
        JSON.stringify({ prompt: "" }),
        JSON.stringify({ prompt: "One", ir: IR }),
        '{"prompt": "cut o',
      ];
      const { id } = await upload(lines.join("\r\n"));
      await runImport({ storage }, makeJobContext(db), { importId: id });

      expect(await getImport(db, admin, id)).toMatchObject({
        state: "done",
        format: "jsonl",
        error: null,
        recordCount: 7,
        promptCount: 3,
        sampleCount: 2,
        duplicateCount: 1,
        badCount: 3,
        strippedCount: 0,
        createdBy: "Ada",
      });
      const issues = await db.importIssue.findMany({
        orderBy: [{ record: "asc" }, { seq: "asc" }],
      });
      expect(
        issues.map(({ record, line, severity, code }) => [record, line, severity, code]),
      ).toEqual([
        [0, 1, "info", "field_ignored"],
        [1, 2, "error", "not_json"],
        [2, 3, "warning", "ir_schema_invalid"],
        [4, 6, "error", "prompt_blank"],
        [6, 8, "error", "not_json"],
      ]);
      const samples = await readCorpus(db);
      expect(samples).toMatchObject([
        {
          text: "One",
          category: "control_flow",
          isCurrent: true,
          queued: { state: "pending", category: "control_flow" },
        },
        { text: "Two", category: null, isCurrent: true, queued: { state: "pending" } },
      ]);
      expect(await db.ir.findMany({ orderBy: { sampleId: "asc" } })).toMatchObject([
        { raw: JSON.stringify(IR), doc: IR, isSchemaValid: true },
        { raw: '{"wrong":true}', doc: { wrong: true }, isSchemaValid: false },
      ]);
    },
  );

  importTest(
    "of the same records, in whatever format, adds nothing",
    async ({ db, storage, admin, upload }) => {
      const rows = [0, 1, 2].map(
        (number) => JSON.parse(makeRecords(1, number)) as { prompt: string; ir: object },
      );
      const csvCell = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const files: [string, string][] = [
        ["a.jsonl", rows.map((row) => JSON.stringify(row)).join("\n")],
        ["a.jsonl", rows.map((row) => JSON.stringify(row)).join("\r\n")],
        ["a.json", `\ufeff[${rows.map((row) => JSON.stringify(row)).join(" ,\n")}]`],
        [
          "a.csv",
          `ir;prompt\r\n${rows.map(({ prompt, ir }) => `${csvCell(JSON.stringify(ir))};${csvCell(prompt)}`).join("\r\n")}`,
        ],
        [
          "a.json",
          JSON.stringify(rows.map(({ prompt, ir }) => ({ result: { prompt, ir_output: ir } }))),
        ],
      ];
      const done = [];
      for (const [name, content] of files) {
        const { id } = await upload(content, name);
        await runImport({ storage }, makeJobContext(db), { importId: id });
        done.push(await getImport(db, admin, id));
      }
      expect(
        done.map(({ state, format, sampleCount, duplicateCount, badCount }) => [
          state,
          format,
          sampleCount,
          duplicateCount,
          badCount,
        ]),
      ).toEqual([
        ["done", "jsonl", 3, 0, 0],
        ["done", "jsonl", 0, 3, 0],
        ["done", "json", 0, 3, 0],
        ["done", "csv", 0, 3, 0],
        ["done", "json", 0, 3, 0],
      ]);
      expect(await db.sample.count()).toBe(3);
      expect(await db.prompt.count()).toBe(3);
      expect(await db.ir.count()).toBe(3);
    },
  );

  importTest(
    "adds another IR of a known prompt as another sample",
    async ({ db, storage, upload }) => {
      const rows = [
        { prompt: "P", category: "a" },
        { prompt: "P", category: "b", ir: IR },
        { prompt: "P", ir: {} },
      ];
      const { id } = await upload(rows.map((row) => JSON.stringify(row)).join("\n"));
      await runImport({ storage }, makeJobContext(db), { importId: id });
      expect(await readCorpus(db)).toMatchObject([
        { text: "P", category: "a", queued: { category: "a" } },
        { text: "P", category: "a", queued: { category: "a" } },
      ]);
    },
  );

  importTest(
    "keeps the first benchmark case of a prompt and warns of another",
    async ({ db, storage, admin, upload }) => {
      const first = { prompt: "P", name: "n", function_name: "f", test_cases: [[[1], 2]] };
      const rows = [first, first, { ...first, test_cases: [[[1], 3]] }, { prompt: "P", ir: IR }];
      const { id } = await upload(JSON.stringify(rows), "cases.json");
      await runImport({ storage }, makeJobContext(db), { importId: id });
      expect(await db.benchmarkCase.findMany()).toMatchObject([
        { name: "n", functionName: "f", testCases: "[[[1],2]]" },
      ]);
      expect(await db.importIssue.findMany()).toMatchObject([
        { record: 2, severity: "warning", code: "other_benchmark_case" },
      ]);
      expect(await getImport(db, admin, id)).toMatchObject({
        promptCount: 1,
        sampleCount: 1,
        duplicateCount: 2,
      });
    },
  );

  importTest("survives keys that Postgres cannot store", async ({ db, storage, admin, upload }) => {
    const long = "k".repeat(5_000);
    const { id } = await upload(
      `{"prompt":"P","\\u0000\\ud800":1,"${long}":1}\n{"\\u0000":1}\n{"prompt":"Q","ir":{"\\u0000\\ud800":1}}`,
    );
    await runImport({ storage }, makeJobContext(db), { importId: id });
    expect(await getImport(db, admin, id)).toMatchObject({
      state: "done",
      badCount: 1,
      promptCount: 2,
      sampleCount: 1,
    });
    expect(await db.ir.findMany()).toMatchObject([{ raw: '{"\\u0000\\ud800":1}', doc: null }]);
  });
});

describe("an interrupted import", () => {
  const count = 1_450;
  const file = `${makeRecords(count)}\nbad\n${makeRecords(30)}\n`;

  importTest(
    "goes on where it stopped, wherever that was",
    async ({ db, storage, admin, upload, connect }) => {
      const { id } = await upload(file);
      let runs = 0;
      for (let state = "running"; state === "running"; runs += 1) {
        const controller = new AbortController();
        // A random batch: before it, in it (the transaction rolls back), or while the next one is read.
        const stopAt = 2 + Math.floor(Math.random() * 3);
        const kind = runs % 3;
        const context = makeJobContext(connect(), {
          signal: controller.signal,
          onFence: (fences) => {
            if (fences < stopAt) return;
            if (kind === 0) controller.abort(new Error("the worker stops"));
            else if (kind === 1) throw new Error("the database went away");
          },
        });
        await runImport({ storage }, context, { importId: id }).catch((error: unknown) => {
          expect(String(error)).toMatch(/the worker stops|the database went away/);
        });
        ({ state } = await getImport(db, admin, id));
      }
      expect(runs).toBeGreaterThan(2);
      expect(await getImport(db, admin, id)).toMatchObject({
        state: "done",
        recordCount: count + 31,
        promptCount: count,
        sampleCount: count,
        duplicateCount: 30,
        badCount: 1,
      });
      const corpus = await readCorpus(db);
      const expected = makeRecords(count)
        .split("\n")
        .map((line) => JSON.parse(line) as { prompt: string; ir: object });
      expect(corpus.map(({ text, irs }) => [text, irs.map(({ raw }) => raw)])).toEqual(
        expected.map(({ prompt, ir }) => [prompt, [JSON.stringify(ir)]]),
      );
      expect(
        corpus.every(({ isCurrent, queued }) => isCurrent && queued?.state === "pending"),
      ).toBe(true);
    },
  );

  importTest(
    "is not counted twice by two runs at once",
    async ({ db, storage, admin, upload, connect }) => {
      const { id } = await upload(file);
      const runs = [connect(), connect()].map((client) =>
        runImport({ storage }, makeJobContext(client), { importId: id }),
      );
      const outcomes = await Promise.allSettled(runs);
      expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
      expect(await getImport(db, admin, id)).toMatchObject({
        state: "done",
        recordCount: count + 31,
        sampleCount: count,
      });
      expect(await db.sample.count()).toBe(count);
    },
  );

  importTest("may be cancelled, and retried from there", async ({ db, storage, admin, upload }) => {
    const { id } = await upload(file);
    const context = makeJobContext(db, {
      // Outside of the transaction, as a person would; it waits for the batch to end.
      onFence: (fences) => {
        if (fences === 3) cancelling = cancelImport(db, admin, id);
      },
    });
    let cancelling: Promise<unknown> | undefined;
    await runImport({ storage }, context, { importId: id });
    await cancelling;
    const cancelled = await getImport(db, admin, id);
    expect(cancelled.state).toBe("cancelled");
    expect(cancelled.recordCount).toBeGreaterThan(0);
    expect(cancelled.recordCount).toBeLessThan(count);
    const importJobs = await db.job.findMany({ where: { name: "importFile" } });
    expect(importJobs).toMatchObject([{ state: "cancelled" }]);
    await runImport({ storage }, makeJobContext(db), { importId: id });
    expect(await getImport(db, admin, id)).toEqual(cancelled);

    expect(await retryImport(db, admin, id)).toMatchObject({ state: "waiting", finishedAt: null });
    expect(await db.job.count({ where: { state: "ready", name: "importFile" } })).toBe(1);
    await runImport({ storage }, makeJobContext(db), { importId: id });
    expect(await getImport(db, admin, id)).toMatchObject({
      state: "done",
      recordCount: count + 31,
      sampleCount: count,
    });
  });
});

describe("a file that cannot be imported", () => {
  importTest(
    "fails the import with a sentence, without a retry",
    async ({ db, storage, admin, upload }) => {
      for (const [content, name, error] of [
        ["text,category\na,b\n", "a.csv", "no column `prompt`. Found: `text`, `category`"],
        ['prompt,"cat\n', "a.csv", "header cannot be read"],
        ["[ ]", "a.json", "holds no record"],
        ["\n \r\n", "a.jsonl", "holds no record"],
      ] as const) {
        const { id } = await upload(content, name);
        await runImport({ storage }, makeJobContext(db), { importId: id });
        const failed = await getImport(db, admin, id);
        expect(failed).toMatchObject({
          state: "failed",
          recordCount: 0,
          error: expect.stringContaining(error),
        });
        expect(failed.finishedAt).not.toBeNull();
      }
    },
  );

  importTest("is said when it is gone or was exchanged", async ({ db, storage, admin, upload }) => {
    const { id } = await upload("{}");
    const { storageKey } = await db.import.findUniqueOrThrow({ where: { id } });
    await storage.remove(storageKey);
    await runImport({ storage }, makeJobContext(db), { importId: id });
    expect(await getImport(db, admin, id)).toMatchObject({
      state: "failed",
      error: expect.stringContaining("gone"),
    });

    const other = await upload("{}");
    const row = await db.import.findUniqueOrThrow({ where: { id: other.id } });
    await storage.write(row.storageKey, new Blob([gzipSync("{}")]).stream(), { maxBytes: 1_000 });
    await runImport({ storage }, makeJobContext(db), { importId: other.id });
    expect(await getImport(db, admin, other.id)).toMatchObject({
      state: "failed",
      error: expect.stringContaining("gzip"),
    });
  });
});
