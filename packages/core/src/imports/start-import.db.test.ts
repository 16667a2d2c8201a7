import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { describe, expect } from "vitest";
import { sha256Hex } from "../database/sha256.ts";
import { cancelImport } from "./cancel-import.ts";
import { getImport } from "./get-import.ts";
import { listImportIssues } from "./list-import-issues.ts";
import { listImports } from "./list-imports.ts";
import { loadSampleCorpus } from "./load-sample-corpus.ts";
import { recordImportJobFailure } from "./record-import-job-failure.ts";
import { retryImport } from "./retry-import.ts";
import { runImport } from "./run-import.ts";
import { startImport } from "./start-import.ts";
import { streamImportReport } from "./stream-import-report.ts";
import { importTest } from "./testing/import-test.ts";
import { makeJobContext } from "./testing/make-job-context.ts";

const FILE = '{"prompt":"P"}\n';

describe("starting an import", () => {
  importTest(
    "stores the file and orders the job at once",
    async ({ db, admin, storage, upload }) => {
      const started = await upload(FILE, "../dir\\re\u202ecords\n.jsonl");
      expect(started).toMatchObject({
        fileName: "records.jsonl",
        byteCount: FILE.length,
        state: "waiting",
        format: null,
        createdBy: "Ada",
      });
      const row = await db.import.findUniqueOrThrow({ where: { id: started.id } });
      expect(row.sha256).toBe(sha256Hex(FILE));
      expect(await db.job.findMany()).toMatchObject([
        { id: row.jobId, name: "importFile", payload: { importId: started.id }, state: "ready" },
      ]);
      expect(await db.outboxMessage.count()).toBe(1);
      expect(await db.auditEvent.findMany()).toMatchObject([
        { action: "import.started", actorId: admin.userId, subjectId: started.id },
      ]);
      const stored: Buffer[] = await storage.read(row.storageKey).toArray();
      expect(Buffer.concat(stored).toString()).toBe(FILE);
    },
  );

  importTest("keeps nothing of a file that is no text", async ({ db, folder, upload }) => {
    const archive = gzipSync(FILE);
    await expect(upload(archive)).rejects.toMatchObject({
      code: "unsupported",
      reason: "not_text",
    });
    await expect(upload("")).rejects.toMatchObject({ code: "invalid_input", reason: "file_empty" });
    expect(await readdir(join(folder, "imports"))).toEqual([]);
    expect(await db.import.count()).toBe(0);
  });

  importTest(
    "keeps nothing of an upload that breaks off",
    async ({ db, folder, storage, admin }) => {
      async function* breaking() {
        yield Buffer.from(FILE);
        throw new Error("connection lost");
      }
      const started = startImport(db, storage, admin, { fileName: "a.jsonl", content: breaking() });
      await expect(started).rejects.toThrow("connection lost");
      expect(await readdir(join(folder, "imports"))).toEqual([]);
      expect(await db.import.count()).toBe(0);
    },
  );

  importTest("keeps no file when the row cannot be written", async ({ db, folder, storage }) => {
    const stranger = { userId: "nobody", role: "admin" as const };
    const content = new Blob([FILE]).stream();
    await expect(startImport(db, storage, stranger, { fileName: "a", content })).rejects.toThrow();
    expect(await readdir(join(folder, "imports"))).toEqual([]);
    expect([await db.import.count(), await db.job.count()]).toEqual([0, 0]);
  });

  importTest("and all that belongs to it is the admin's", async ({ db, storage, upload }) => {
    const { id } = await upload(FILE);
    const { actor } = await makeUser(db, { role: "reviewer" });
    const content = new Blob([FILE]).stream();
    for (const attempt of [
      startImport(db, storage, actor, { fileName: "a", content }),
      getImport(db, actor, id),
      listImports(db, actor, { limit: 10 }),
      listImportIssues(db, actor, id, { limit: 10 }),
      streamImportReport(db, actor, id).next(),
      cancelImport(db, actor, id),
      retryImport(db, actor, id),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("imports in lists", () => {
  importTest("come newest first, page by page", async ({ db, admin, upload }) => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.unshift((await upload(FILE)).id);
    const found: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listImports(db, admin, { ...(cursor ? { cursor } : {}), limit: 2 });
      found.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(found).toEqual(ids);
    await expect(listImports(db, admin, { cursor: "x", limit: 2 })).rejects.toMatchObject({
      reason: "bad_cursor",
    });
  });

  importTest(
    "give their issues in the order of the file, and a report",
    async ({ db, storage, admin, upload }) => {
      const { id } = await upload(
        Array.from({ length: 2_345 }, (_, index) => `bad ${index}`).join("\n"),
      );
      await runImport({ storage }, makeJobContext(db), { importId: id });
      const lines: number[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await listImportIssues(db, admin, id, {
          ...(cursor ? { cursor } : {}),
          limit: 200,
        });
        lines.push(...page.rows.map(({ line }) => line));
        cursor = page.nextCursor;
      } while (cursor);
      expect(lines).toEqual(Array.from({ length: 2_345 }, (_, index) => index + 1));
      await expect(
        listImportIssues(db, admin, id, { cursor: "1", limit: 9 }),
      ).rejects.toMatchObject({
        reason: "bad_cursor",
      });

      const report: string[] = [];
      for await (const line of streamImportReport(db, admin, id)) report.push(line);
      expect(report).toHaveLength(2_346);
      expect(report.every((line) => line.endsWith("}\n"))).toBe(true);
      expect(JSON.parse(report[0] ?? "")).toMatchObject({
        record: 0,
        line: 1,
        severity: "error",
        code: "not_json",
      });
      expect(JSON.parse(report.at(-1) ?? "")).toMatchObject({ import: { id, badCount: 2_345 } });
    },
  );

  importTest("are not found by a wrong id", async ({ db, admin }) => {
    for (const id of ["x", "0199c0de-0000-7000-8000-000000000000", "../1"]) {
      await expect(getImport(db, admin, id)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("an import that ended", () => {
  importTest(
    "can be neither cancelled nor retried when it is done",
    async ({ db, storage, admin, upload }) => {
      const { id } = await upload(FILE);
      await expect(retryImport(db, admin, id)).rejects.toMatchObject({ code: "conflict" });
      await runImport({ storage }, makeJobContext(db), { importId: id });
      await expect(cancelImport(db, admin, id)).rejects.toMatchObject({ code: "conflict" });
      await expect(retryImport(db, admin, id)).rejects.toMatchObject({ code: "conflict" });
      expect(await getImport(db, admin, id)).toMatchObject({ state: "done" });
      // The refused cancellation rolled back as a whole.
      expect(await db.job.count({ where: { state: "ready" } })).toBe(1);
    },
  );

  importTest(
    "says so when its job failed for good, and can be retried",
    async ({ db, admin, upload }) => {
      const { id } = await upload(FILE);
      await db.$transaction((tx) =>
        recordImportJobFailure(tx, { importId: id }, "the worker died"),
      );
      await db.job.updateMany({ data: { state: "failed" } });
      expect(await getImport(db, admin, id)).toMatchObject({
        state: "failed",
        error: expect.stringContaining("the worker died"),
      });
      expect(await retryImport(db, admin, id)).toMatchObject({ state: "waiting", error: null });
      expect(await db.job.count()).toBe(2);
      expect(await db.auditEvent.findMany({ orderBy: { id: "asc" } })).toMatchObject([
        { action: "import.started" },
        { action: "import.failed" },
        { action: "import.retried" },
      ]);
    },
  );
});

describe("the sample corpus", () => {
  importTest("is loaded once, whoever starts first", async ({ db, storage, folder, connect }) => {
    const path = join(folder, "sample.jsonl");
    await writeFile(path, FILE);
    const loads = Array.from({ length: 4 }, () => loadSampleCorpus(connect(), storage, path));
    const created = (await Promise.all(loads)).filter((loaded) => loaded !== null);
    expect(created).toMatchObject([
      { fileName: "sample.jsonl", createdBy: null, state: "waiting" },
    ]);
    expect(await loadSampleCorpus(db, storage, path)).toBeNull();
    expect(await db.import.count()).toBe(1);
    expect(await readdir(join(folder, "imports"))).toHaveLength(1);
  });
});
