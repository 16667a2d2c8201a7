import { expect } from "vitest";
import { runImport } from "../imports/run-import.ts";
import { importTest } from "../imports/testing/import-test.ts";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import { makeRecords } from "../imports/testing/make-records.ts";
import { archivePrompts } from "./archive-prompts.ts";

importTest(
  "an archived prompt that is imported with an IR is back in the lists",
  async ({ db, storage, admin, upload }) => {
    const texts = makeRecords(2)
      .split("\n")
      .map((line) => JSON.parse(line) as { prompt: string });
    const load = async (content: string) => {
      const { id } = await upload(content);
      await runImport({ storage }, makeJobContext(db), { importId: id });
    };
    await load(texts.map(({ prompt }) => JSON.stringify({ prompt })).join("\n"));
    const ids = (await db.prompt.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
    expect(await archivePrompts(db, admin, { ids })).toEqual({ ids, keptIds: [] });

    await load(makeRecords(1));
    const archived = await db.prompt.findMany({ where: { archivedAt: { not: null } } });
    expect(archived.map(({ id }) => id)).toEqual([ids[1]]);
  },
);
