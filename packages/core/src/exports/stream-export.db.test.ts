import type { Database } from "@foundry/prisma/client";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { describe, expect } from "vitest";
import type { Actor } from "../auth/actor.ts";
import { sha256Hex } from "../database/sha256.ts";
import { runImport } from "../imports/run-import.ts";
import { importTest } from "../imports/testing/import-test.ts";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import type { ExportFormat } from "./export.schema.ts";
import { previewExport } from "./preview-export.ts";
import { streamExport } from "./stream-export.ts";

async function exportAll(db: Database, actor: Actor, format: ExportFormat = "original") {
  const lines: string[] = [];
  for await (const line of streamExport(db, actor, { format })) lines.push(line);
  return lines;
}

const makeAdmin = async (db: Database) => (await makeUser(db, { role: "admin" })).actor;

/** A correction as a verdict leaves it: another version that the queue points to. */
async function correct(db: Database, sampleId: number, raw: string) {
  const ir = await db.ir.create({
    data: {
      sampleId,
      version: 2,
      origin: "corrected",
      raw,
      sha256: sha256Hex(raw),
      isSchemaValid: true,
    },
  });
  await db.queueItem.update({
    where: { sampleId },
    data: { state: "corrected", currentIrId: ir.id },
  });
}

async function decide(db: Database, sampleIds: number[], state: "accepted" | "rejected") {
  await db.queueItem.updateMany({ where: { sampleId: { in: sampleIds } }, data: { state } });
}

describe("export", () => {
  importTest(
    "gives every IR back byte for byte as it came",
    async ({ db, storage, admin, upload }) => {
      const raws = [
        '{"a":"\\u0000"}',
        '{"a":"\\ud800 \\uDBFF"}',
        '{"a":1,"a":2,"__proto__":{"b":3}}',
        '{"n":[9007199254740993,1e400,-0,1.0,1E+2,0.1e-7]}',
        '{ "b" : "\\u00e9\\/\\n",\t"a" : "é😀\u2028" }',
        "[1, 2]",
      ];
      const lines = raws.flatMap((raw, index) => [
        `{"prompt":"Object ${index}","ir":${raw}}`,
        JSON.stringify({ prompt: `Text ${index}`, ir: `\n${raw} ` }),
      ]);
      const { id } = await upload(`${lines.join("\r\n")}\r\n`);
      await runImport({ storage }, makeJobContext(db), { importId: id });
      await db.queueItem.updateMany({ data: { state: "accepted" } });

      const rows = (await exportAll(db, admin)).map((line) => JSON.parse(line) as object);
      const expected = raws.flatMap((raw, index) => [
        { prompt: `Object ${index}`, completion: raw, label: "good" },
        { prompt: `Text ${index}`, completion: `\n${raw} `, label: "good" },
      ]);
      expect(rows).toEqual(expected);

      // Its own export is nothing new to the studio.
      const again = await upload((await exportAll(db, admin)).join(""));
      await runImport({ storage }, makeJobContext(db), { importId: again.id });
      const after = await db.import.findUniqueOrThrow({ where: { id: again.id } });
      expect(after).toMatchObject({ sampleCount: 0, duplicateCount: rows.length, badCount: 0 });
    },
  );

  dbTest("has the accepted and the corrected samples, the latter as corrected", async ({ db }) => {
    const admin = await makeAdmin(db);
    const [first, second, third] = await makeCorpus(db, { samples: 4 });
    if (!first || !second || !third) throw new Error("no samples");
    await decide(db, [first.sampleId], "accepted");
    await decide(db, [second.sampleId], "rejected");
    await correct(db, third.sampleId, '{"better": true}');
    expect((await exportAll(db, admin)).map((line) => JSON.parse(line))).toEqual([
      { prompt: first.promptText, completion: first.irRaw, label: "good" },
      { prompt: third.promptText, completion: '{"better": true}', label: "good" },
    ]);
    const withMetadata = await exportAll(db, admin, "prompt-completion");
    expect(withMetadata.map((line) => JSON.parse(line))).toMatchObject([
      {
        prompt: first.promptText,
        completion: first.irRaw,
        metadata: {
          sample_id: first.sampleId,
          review: "accepted",
          ir_sha256: sha256Hex(first.irRaw),
        },
      },
      {
        completion: '{"better": true}',
        metadata: {
          sample_id: third.sampleId,
          review: "corrected",
          ir_sha256: sha256Hex('{"better": true}'),
        },
      },
    ]);
    expect(Object.keys(JSON.parse(withMetadata[0] ?? "{}").metadata)).toEqual([
      "sample_id",
      "category",
      "complexity",
      "review",
      "ir_sha256",
    ]);
    expect(await previewExport(db, admin)).toEqual({
      accepted: 1,
      corrected: 1,
      heldOutBenchmark: 0,
    });
  });

  dbTest("holds benchmark prompts out", async ({ db }) => {
    const admin = await makeAdmin(db);
    const samples = await makeCorpus(db, { samples: 3 });
    await decide(
      db,
      samples.map(({ sampleId }) => sampleId),
      "accepted",
    );
    const [held] = samples;
    await db.benchmarkCase.create({
      data: { promptId: held?.promptId ?? 0, name: "n", functionName: "f", testCases: "[]" },
    });
    expect(await exportAll(db, admin)).toHaveLength(2);
    expect((await exportAll(db, admin)).join("")).not.toContain(held?.promptText);
    expect(await previewExport(db, admin)).toEqual({
      accepted: 2,
      corrected: 0,
      heldOutBenchmark: 1,
    });
  });

  dbTest(
    "has each sample once, over page borders, while verdicts and imports go on",
    async ({ db }) => {
      const admin = await makeAdmin(db);
      const samples = await makeCorpus(db, { samples: 2_500 });
      const ids = samples.map(({ sampleId }) => sampleId);
      await decide(db, ids, "accepted");
      const found: number[] = [];
      for await (const line of streamExport(db, admin, { format: "prompt-completion" })) {
        found.push(JSON.parse(line).metadata.sample_id);
        if (found.length === 500) {
          await decide(db, ids.slice(0, 10), "rejected");
          await decide(db, ids.slice(2_000, 2_010), "rejected");
          const late = await makeCorpus(db, { samples: 5 });
          await decide(
            db,
            late.map(({ sampleId }) => sampleId),
            "accepted",
          );
        }
      }
      expect(found).toEqual([...ids.slice(0, 2_000), ...ids.slice(2_010)]);
    },
  );

  dbTest("reads large IRs in small pages", async ({ db }) => {
    const admin = await makeAdmin(db);
    const raw = JSON.stringify({ text: "x".repeat(900_000) });
    const samples = await makeCorpus(db, { samples: 30, each: () => ({ irRaw: raw }) });
    await decide(
      db,
      samples.map(({ sampleId }) => sampleId),
      "accepted",
    );
    const lines = await exportAll(db, admin);
    expect(lines).toHaveLength(30);
    expect(lines.every((line) => JSON.parse(line).completion === raw)).toBe(true);
  });

  dbTest("holds no transaction open while its reader is slow", async ({ db, connect }) => {
    const admin = await makeAdmin(db);
    const samples = await makeCorpus(db, { samples: 3 });
    await decide(
      db,
      samples.map(({ sampleId }) => sampleId),
      "accepted",
    );
    const reader = streamExport(connect({ poolSize: 1 }), admin, { format: "original" });
    await reader.next();
    const open = await db.$queryRaw<object[]>`
      SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND (xact_start IS NOT NULL OR backend_xmin IS NOT NULL)
        AND backend_type = 'client backend'`;
    expect(open).toEqual([]);
    await reader.return(undefined);
  });

  dbTest("of nothing is empty, and only admins export", async ({ db }) => {
    const { actor } = await makeUser(db, { role: "reviewer" });
    await expect(exportAll(db, actor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(previewExport(db, actor)).rejects.toMatchObject({ code: "forbidden" });
    expect(await exportAll(db, await makeAdmin(db))).toEqual([]);
  });
});
