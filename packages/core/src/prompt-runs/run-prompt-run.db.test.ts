import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Database } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { describe, expect, vi } from "vitest";
import type { Actor } from "../auth/actor.ts";
import { sha256Hex } from "../database/sha256.ts";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import { until } from "../loops/testing/until.ts";
import { archivePrompts } from "../prompt-list/archive-prompts.ts";
import { listDuplicatePrompts } from "../prompt-list/list-duplicate-prompts.ts";
import { TEMPLATES } from "../prompts/catalogue.ts";
import { getSample } from "../samples/get-sample.ts";
import { cancelPromptRun } from "./cancel-prompt-run.ts";
import { getPromptRun } from "./get-prompt-run.ts";
import { listPromptRefusals } from "./list-prompt-refusals.ts";
import { listPromptRuns } from "./list-prompt-runs.ts";
import { previewPromptRun } from "./preview-prompt-run.ts";
import { orderPromptsSchema } from "./prompt-run.schema.ts";
import { retryPromptRun } from "./retry-prompt-run.ts";
import { runPromptRun } from "./run-prompt-run.ts";
import { startPromptRun } from "./start-prompt-run.ts";

// Drawing takes long when the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const ORDER = orderPromptsSchema.parse({
  seed: "7",
  quotas: { list_operations: 70, mathematical: 50 },
});

const runTest = dbTest.extend<{ admin: Actor }>({
  admin: async ({ db }: { db: Database }, use) =>
    use((await makeUser(db, { role: "admin", name: "Ada" })).actor),
});

async function runOnce(db: Database, actor: Actor, order = ORDER) {
  const { id } = await startPromptRun(db, actor, order);
  await runPromptRun(makeJobContext(db), { runId: id });
  return getPromptRun(db, actor, id);
}

const readTexts = async (db: Database) =>
  (await db.prompt.findMany({ orderBy: { id: "asc" } })).map(({ text }) => text);

describe("a run", () => {
  runTest(
    "stores what was ordered, and the same order again adds nothing",
    async ({ db, admin }) => {
      const first = await runOnce(db, admin);
      expect(first).toMatchObject({
        state: "done",
        count: 120,
        doneCount: 120,
        createdCount: 120,
        refusedCount: 0,
        keptCount: 0,
        sampleCount: 0,
        error: null,
        createdBy: "Ada",
      });
      expect(await db.prompt.groupBy({ by: ["category"], _count: true })).toEqual(
        expect.arrayContaining([
          { category: "list_operations", _count: 70 },
          { category: "mathematical", _count: 50 },
        ]),
      );
      const [prompt] = await db.prompt.findMany({ take: 1 });
      expect(prompt).toMatchObject({ source: "template", runId: first.id });
      expect(prompt?.family).toMatch(new RegExp(`^${prompt?.templateId}-[0-9a-f]{8}$`));
      expect(prompt?.slots).toHaveProperty("phrasing");

      const again = await runOnce(db, admin);
      expect(again).toMatchObject({ state: "done", createdCount: 0, keptCount: 120 });
      expect(await db.prompt.count()).toBe(120);
      const page = await listPromptRuns(db, admin, { limit: 1 });
      expect(page).toEqual({ rows: [again], nextCursor: again.id });
      const last = await listPromptRuns(db, admin, { limit: 1, cursor: again.id });
      expect(last).toEqual({ rows: [first], nextCursor: null });
    },
  );

  runTest(
    "refuses what is near to a prompt of the corpus, and says to which",
    async ({ db, admin }) => {
      const preview = await previewPromptRun(db, admin, ORDER);
      expect(preview).toMatchObject({ newCount: 120, keptCount: 0, corpusCount: 0, shortages: [] });
      const near = preview.prompts.slice(0, 2).map(({ text }) => `${text.slice(0, -1)}!`);
      await db.prompt.createMany({
        data: near.map((text) => ({ text, textSha256: sha256Hex(text) })),
      });
      expect(await previewPromptRun(db, admin, ORDER)).toMatchObject({
        newCount: 118,
        refusedCount: 2,
        corpusCount: 2,
        comparedCount: 2,
      });
      expect(await db.prompt.count()).toBe(2);

      const run = await runOnce(db, admin);
      expect(run).toMatchObject({
        doneCount: 120,
        createdCount: 118,
        refusedCount: 2,
        keptCount: 0,
      });
      const first = await listPromptRefusals(db, admin, run.id, { limit: 1 });
      expect(first).toMatchObject({
        rows: [{ seq: 0, text: preview.prompts[0]?.text, nearest: { text: near[0] } }],
        nextCursor: 0,
      });
      expect(first.rows[0]?.similarity).toBeGreaterThan(0.85);
      const rest = await listPromptRefusals(db, admin, run.id, { limit: 5, cursor: 0 });
      expect(rest).toMatchObject({ rows: [{ seq: 1 }], nextCursor: null });
    },
  );

  runTest("does with a mixed corpus what its preview said", async ({ db, admin }) => {
    // The same texts in part, because a category's texts do not depend on the other quotas.
    await runOnce(db, admin, { ...ORDER, quotas: { mathematical: 50 } });
    const [archived] = await db.prompt.findMany({ take: 1 });
    await archivePrompts(db, admin, { ids: [archived?.id ?? 0] });
    const { prompts } = await previewPromptRun(db, admin, ORDER);
    const near = prompts
      .filter(({ category }) => category === "list_operations")
      .slice(0, 3)
      .map(({ text }) => `${text.slice(0, -1)}!`);
    await db.prompt.createMany({
      data: near.map((text) => ({ text, textSha256: sha256Hex(text) })),
    });

    const preview = await previewPromptRun(db, admin, ORDER);
    const run = await runOnce(db, admin);

    expect(preview).toMatchObject({ newCount: 67, keptCount: 50, refusedCount: 3 });
    expect(run).toMatchObject({
      state: "done",
      count: 120,
      doneCount: 120,
      createdCount: 67,
      keptCount: 50,
      refusedCount: 3,
    });
    expect(await previewPromptRun(db, admin, ORDER)).toMatchObject({
      newCount: 0,
      keptCount: 117,
      refusedCount: 3,
    });
    expect((await listPromptRefusals(db, admin, run.id, { limit: 9 })).rows).toHaveLength(3);
  });

  runTest("sees what another run adds beside it", async ({ db, admin }) => {
    const orders = ["7", "8"].map((seed) => ({
      ...ORDER,
      seed,
      quotas: { list_operations: 600 },
    }));
    const runs = await Promise.all(orders.map((order) => runOnce(db, admin, order)));
    const [refused, kept] = [
      runs.reduce((sum, { refusedCount }) => sum + refusedCount, 0),
      runs.reduce((sum, { keptCount }) => sum + keptCount, 0),
    ];
    expect(refused).toBeGreaterThan(50);
    expect(await db.prompt.count()).toBe(1_200 - refused - kept);
    expect((await listDuplicatePrompts(db, admin)).pairs).toEqual([]);
  });

  runTest("does not bring back what a person archived", async ({ db, admin }) => {
    await runOnce(db, admin);
    const ids = (await db.prompt.findMany({ take: 5 })).map(({ id }) => id);
    await archivePrompts(db, admin, { ids });
    expect(await runOnce(db, admin)).toMatchObject({ createdCount: 0, keptCount: 120 });
    expect(await db.prompt.count({ where: { archivedAt: { not: null } } })).toBe(5);
  });

  runTest("stores IR, implementation and inputs, and has them checked", async ({ db, admin }) => {
    const order = { ...ORDER, quotas: { edge_cases: 20 } };
    await runOnce(db, admin, order);
    const withBlueprints = { ...order, withBlueprints: true };
    expect(await runOnce(db, admin, withBlueprints)).toMatchObject({
      keptCount: 20,
      sampleCount: 20,
    });
    const samples = await db.sample.findMany({
      include: {
        irs: true,
        queueItem: true,
        prompt: { include: { implementations: true, inputs: true } },
      },
    });
    for (const { irs, queueItem, prompt } of samples) {
      expect(irs).toMatchObject([{ origin: "blueprint", version: 1, isSchemaValid: true }]);
      expect(queueItem).toMatchObject({ state: "pending", category: "edge_cases" });
      expect(prompt.implementations).toMatchObject([{ origin: "blueprint", authorId: null }]);
      expect(prompt.inputs?.inputs).not.toEqual([]);
    }
    const { history } = await getSample(db, admin, Number(samples[0]?.id));
    const title = TEMPLATES.find(({ id }) => id === samples[0]?.prompt.templateId)?.title;
    expect(title).toBeTruthy();
    expect(history).toMatchObject([{ kind: "blueprint", template: title, irVersion: 1 }]);
    expect(await db.job.count({ where: { name: "checkIrs" } })).toBe(1);
    expect(await runOnce(db, admin, withBlueprints)).toMatchObject({ sampleCount: 0 });
    expect(await db.sample.count()).toBe(20);
  });

  runTest(
    "that asks for too much fails, says how many there are, and stores nothing",
    async ({ db, admin }) => {
      const order = {
        ...ORDER,
        quotas: { mathematical: 60 },
        complexityMix: { easy: 1 },
      };
      const huge = { ...order, quotas: { mathematical: 5_000 } };
      expect((await previewPromptRun(db, admin, huge)).shortages).toMatchObject([
        { category: "mathematical", complexity: "easy", wanted: 5_000 },
      ]);
      const run = await runOnce(db, admin, huge);
      expect(run).toMatchObject({ state: "failed", doneCount: 0 });
      expect(run.error).toMatch(/mathematical, easy: \d+ of 5000/);
      expect(await db.prompt.count()).toBe(0);
    },
  );
});

describe("a run that is interrupted", () => {
  runTest(
    "goes on where it stopped after its worker was killed",
    async ({ db, admin, databaseUrl }) => {
      await runOnce(db, admin);
      const expected = await readTexts(db);
      await db.prompt.deleteMany();
      const { id } = await startPromptRun(db, admin, ORDER);
      const script = join(import.meta.dirname, "testing/prompt-run-process.ts");
      const worker = spawn(process.execPath, ["--import", "tsx", script, databaseUrl, id], {
        stdio: "inherit",
      });
      const exit = once(worker, "exit");
      await until(async () => (await db.prompt.count()) > 0, 60_000);
      worker.kill("SIGKILL");
      await exit;
      const { doneCount, createdCount } = await getPromptRun(db, admin, id);
      expect([doneCount, createdCount]).toEqual([await db.prompt.count(), doneCount]);

      await runPromptRun(makeJobContext(db), { runId: id });
      expect(await getPromptRun(db, admin, id)).toMatchObject({
        state: "done",
        doneCount: 120,
        createdCount: 120,
        keptCount: 0,
      });
      expect(await readTexts(db)).toEqual(expected);
    },
  );

  runTest(
    "keeps what is there when it is cancelled, and can be taken up again",
    async ({ db, admin }) => {
      const { id } = await startPromptRun(db, admin, ORDER);
      // Fences: opening, and each batch of 50; the cancellation comes between the first and the second.
      const context = makeJobContext(db, {
        onFence: async (count) => {
          if (count === 2)
            await db.promptRun.update({ where: { id }, data: { state: "cancelled" } });
        },
      });
      await runPromptRun(context, { runId: id });
      expect(await getPromptRun(db, admin, id)).toMatchObject({
        state: "cancelled",
        doneCount: 50,
        createdCount: 50,
      });
      expect(await db.prompt.count()).toBe(50);
      await expect(cancelPromptRun(db, admin, id)).rejects.toMatchObject({
        reason: "prompt_run_ended",
      });

      expect(await retryPromptRun(db, admin, id)).toMatchObject({
        state: "waiting",
        doneCount: 50,
      });
      await runPromptRun(makeJobContext(db), { runId: id });
      expect(await getPromptRun(db, admin, id)).toMatchObject({ state: "done", createdCount: 120 });
      await expect(retryPromptRun(db, admin, id)).rejects.toMatchObject({
        reason: "prompt_run_not_retryable",
      });
    },
  );

  runTest("is not begun when it was cancelled while it waited", async ({ db, admin }) => {
    const { id } = await startPromptRun(db, admin, ORDER);
    expect(await cancelPromptRun(db, admin, id)).toMatchObject({ state: "cancelled" });
    expect(await db.job.findMany({ select: { state: true } })).toEqual([{ state: "cancelled" }]);
    await runPromptRun(makeJobContext(db), { runId: id });
    expect(await db.prompt.count()).toBe(0);
  });
});
