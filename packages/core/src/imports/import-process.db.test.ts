import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "@foundry/prisma/client";
import { describe, expect } from "vitest";
import { getImport } from "./get-import.ts";
import { importTest } from "./testing/import-test.ts";
import { makeRecords } from "./testing/make-records.ts";
import { startImportProcess } from "./testing/start-import-process.ts";

const MB = 1_000_000;

describe("an import in a process of its own", () => {
  importTest(
    "loses and doubles nothing when it is killed again and again",
    { timeout: 300_000 },
    async ({ db, databaseUrl, folder, admin, upload }) => {
      const count = 5_000;
      const { id } = await upload(`${makeRecords(count)}\nbad\n${makeRecords(100)}\n`);
      let interruptedCount = 0;
      for (const killAt of [1, 1_500, 3_500]) {
        const { child, result } = startImportProcess(databaseUrl, id, folder);
        const ended = result.catch(() => undefined);
        await untilRecords(db, id, killAt);
        // Anywhere in a batch, the commit included.
        await delay(Math.random() * 50);
        child.kill("SIGKILL");
        await ended;
        if ((await getImport(db, admin, id)).state === "running") interruptedCount += 1;
      }
      expect(interruptedCount).toBeGreaterThan(0);
      await startImportProcess(databaseUrl, id, folder).result;
      expect(await getImport(db, admin, id)).toMatchObject({
        state: "done",
        recordCount: count + 101,
        promptCount: count,
        sampleCount: count,
        duplicateCount: 100,
        badCount: 1,
      });
      const texts = await db.prompt.findMany({ select: { text: true }, orderBy: { id: "asc" } });
      const expected = makeRecords(count)
        .split("\n")
        .map((line) => (JSON.parse(line) as { prompt: string }).prompt);
      expect(texts.map(({ text }) => text)).toEqual(expected);
      for (const rows of [db.sample.count(), db.ir.count(), db.queueItem.count()])
        expect(await rows).toBe(count);
      expect(await db.importIssue.count()).toBe(1);
    },
  );

  importTest(
    "needs no more memory for 200 MB than for 40 MB",
    { timeout: 300_000 },
    async ({ db, databaseUrl, admin, upload }) => {
      const { id } = await upload("{}");
      const { result } = startImportProcess(databaseUrl, id, `generated:${200 * MB}`);
      const memory = JSON.parse(await result) as number[];
      expect(await getImport(db, admin, id)).toMatchObject({ state: "done", badCount: 0 });
      expect(await db.sample.count()).toBeGreaterThan(9_000);
      const early = Math.max(...memory.slice(0, memory.length / 5));
      const late = Math.max(...memory.slice(memory.length / 5));
      expect((late - early) / MB).toBeLessThan(64);
    },
  );
});

async function untilRecords(db: Database, id: string, count: number) {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const { recordCount } = await db.import.findUniqueOrThrow({ where: { id } });
    if (recordCount >= count) return;
    if (performance.now() > deadline) throw new Error(`the import stands at ${recordCount}`);
    await delay(5);
  }
}
