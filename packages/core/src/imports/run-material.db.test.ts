import { expect } from "vitest";
import { checkIrs } from "../findings/check-irs.ts";
import { getImport } from "./get-import.ts";
import { runImport } from "./run-import.ts";
import { importTest } from "./testing/import-test.ts";
import { makeJobContext } from "./testing/make-job-context.ts";
import { makeRecords } from "./testing/make-records.ts";

const SOURCE = "def f():\n    return 1\n";

importTest(
  "implementations and inputs come in with their prompts, each once",
  async ({ db, storage, admin, upload }) => {
    const records = [
      { prompt: "One", implementation: SOURCE, inputs: [["1"]] },
      { prompt: "One", implementation: SOURCE, inputs: [["1"]] },
      { prompt: "One", implementation: `${SOURCE}# another`, inputs: [["2"]] },
      { prompt: "Two", implementation: 7 },
    ];
    const { id } = await upload(records.map((record) => JSON.stringify(record)).join("\n"));
    await runImport({ storage }, makeJobContext(db), { importId: id });

    expect(await getImport(db, admin, id)).toMatchObject({ promptCount: 2, duplicateCount: 1 });
    const implementations = await db.implementation.findMany({ orderBy: { source: "asc" } });
    expect(implementations).toMatchObject([
      { origin: "imported", source: SOURCE, authorId: null },
      { source: `${SOURCE}# another` },
    ]);
    expect(await db.promptInputs.findMany()).toMatchObject([{ inputs: [["1"]] }]);
    const issues = await db.importIssue.findMany({ orderBy: { record: "asc" } });
    expect(issues.map(({ record, severity, code }) => [record, severity, code])).toEqual([
      [2, "warning", "other_inputs"],
      [3, "warning", "not_text"],
    ]);
  },
);

importTest(
  "an import that brings samples orders their check, once",
  async ({ db, storage, upload }) => {
    const { id } = await upload(makeRecords(450));
    await runImport({ storage }, makeJobContext(db), { importId: id });
    const jobs = await db.job.findMany({ where: { name: "checkIrs" } });
    expect(jobs).toMatchObject([{ state: "ready", payload: { isAgain: false } }]);
    await checkIrs(makeJobContext(db), { isAgain: false });
    expect(await db.irCheck.count()).toBe(450);

    const prompts = await upload('{"prompt": "without an IR"}');
    await runImport({ storage }, makeJobContext(db), { importId: prompts.id });
    expect(await db.job.count({ where: { name: "checkIrs" } })).toBe(1);
  },
);
