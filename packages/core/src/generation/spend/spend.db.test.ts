import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { getGenerationRun } from "../runs/get-generation-run.ts";
import { getLlmCall } from "../runs/get-llm-call.ts";
import { listGenerationItems } from "../runs/list-generation-items.ts";
import { listGenerationRuns } from "../runs/list-generation-runs.ts";
import { listLlmCalls } from "../runs/list-llm-calls.ts";
import { startGenerationRun } from "../runs/start-generation-run.ts";
import { makeCall } from "../runs/testing/make-call.ts";
import { makeOrder } from "../runs/testing/make-order.ts";
import { makePrompts } from "../runs/testing/make-prompts.ts";
import { openClaude } from "../runs/testing/open-claude.ts";
import { getSpendOverview } from "./get-spend-overview.ts";
import { setSpendLimit } from "./set-spend-limit.ts";
import { toNanoUsd } from "./to-nano-usd.ts";

const OPUS = "claude-opus-5-5";

dbTest("money adds up to the billionth, in every cut", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  await makePrompts(db, 3);
  await openClaude(db, actor);
  const order = makeOrder({ producer: "anthropic", model: "claude-sonnet-5-5" });
  const { id: runId } = await startGenerationRun(db, actor, order);
  const items = await db.generationItem.findMany({
    orderBy: { position: "asc" },
    include: { prompt: true },
  });
  const [first, second] = items.map(({ id }) => ({ runId, itemId: id }));
  if (first === undefined || second === undefined) throw new Error("no items");
  // A thousand tenths of a cent, which no float adds up to a dollar.
  await db.llmCall.createMany({
    data: Array.from({ length: 1_000 }, (_, attempt) => ({
      ...first,
      purpose: "generate",
      attempt: attempt + 2,
      provider: "anthropic",
      model: OPUS,
      requestSha256: "0",
      state: "settled" as const,
      responseRaw: "{}",
      costNanoUsd: 1_000_000n,
      sentAt: new Date(),
    })),
  });
  const callId = await makeCall(db, first, { costNanoUsd: 7n });
  await makeCall(db, second, { costNanoUsd: null });
  const inDoubt = { state: "in_doubt", outcome: null, responseRaw: null } as const;
  await makeCall(db, second, { ...inDoubt, attempt: 2, costNanoUsd: null, reservedNanoUsd: 5n });
  await makeCall(db, second, {
    attempt: 3,
    state: "planned",
    outcome: null,
    responseRaw: null,
    costNanoUsd: null,
    sentAt: null,
  });

  const overview = await getSpendOverview(db, actor);
  expect(overview).toMatchObject({
    limitUsd: null,
    spentUsd: 1.000000007,
    reservedUsd: 0.000000005,
    inDoubtCount: 1,
    unpricedCount: 1,
    perAcceptedSampleUsd: null,
    acceptedCount: 0,
    byModel: [
      { provider: "anthropic", model: OPUS, callCount: 1_000, spentUsd: 1 },
      { provider: "anthropic", model: order.model, callCount: 3, spentUsd: 7e-9 },
    ],
  });
  const category = items[0]?.prompt.category ?? "";
  const ofCategory = overview.byCategory.find((row) => row.category === category);
  expect(ofCategory).toMatchObject({ spentUsd: 1.000000007 });
  expect(overview.byCategory.reduce((sum, { callCount }) => sum + callCount, 0)).toBe(1_003);

  const run = await getGenerationRun(db, actor, runId);
  expect(run).toMatchObject({ callCount: 1_003, inDoubtCount: 1, unpricedCount: 1 });
  const { rows } = await listGenerationItems(db, actor, runId, { limit: 3 });
  expect(rows.map(({ costUsd, callCount }) => [costUsd, callCount])).toEqual([
    [1.000000007, 1_001],
    [null, 2],
    [null, 0],
  ]);
  expect(await getLlmCall(db, actor, callId)).toMatchObject({ costUsd: 7e-9, responseRaw: "{}" });
  await expect(getLlmCall(db, actor, runId)).rejects.toMatchObject({ code: "not_found" });
});

dbTest(
  "an accepted sample's price is all that was spent by those that were taken",
  async ({ db }) => {
    const { actor } = await makeUser(db, { role: "admin" });
    const prompts = await makePrompts(db, 4);
    await openClaude(db, actor);
    const order = makeOrder({ producer: "anthropic", model: "claude-sonnet-5-5" });
    const { id: runId } = await startGenerationRun(db, actor, order);
    const items = await db.generationItem.findMany({ orderBy: { position: "asc" } });
    for (const [index, { id: itemId }] of items.entries()) {
      const promptId = prompts[index]?.id ?? 0;
      const { id: sampleId } = await db.sample.create({ data: { promptId, irSha256: "0" } });
      const { id: currentIrId } = await db.ir.create({
        data: {
          sampleId,
          version: 1,
          origin: "generated",
          raw: "{}",
          sha256: "0",
          isSchemaValid: true,
        },
      });
      const state = (["accepted", "corrected", "rejected", "pending"] as const)[index] ?? "pending";
      await db.queueItem.create({ data: { sampleId, currentIrId, state } });
      await db.generationItem.update({ where: { id: itemId }, data: { state: "done", sampleId } });
      await makeCall(db, { runId, itemId }, { costNanoUsd: toNanoUsd(0.03) });
    }
    expect(await getSpendOverview(db, actor)).toMatchObject({
      spentUsd: 0.12,
      acceptedCount: 2,
      perAcceptedSampleUsd: 0.06,
    });
    expect(await getGenerationRun(db, actor, runId)).toMatchObject({ createdCount: 4 });
  },
);

dbTest("the studio's limit is set, taken away and recorded", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  expect(await setSpendLimit(db, actor, { limitUsd: 12.34 })).toMatchObject({ limitUsd: 12.34 });
  await db.spendLimit.update({ where: { id: 1 }, data: { spentNanoUsd: 5n } });
  expect(await setSpendLimit(db, actor, { limitUsd: 0 })).toMatchObject({ limitUsd: 0 });
  expect(await setSpendLimit(db, actor, { limitUsd: null })).toMatchObject({ limitUsd: null });
  expect(await db.spendLimit.findMany()).toEqual([
    { id: 1, limitNanoUsd: null, spentNanoUsd: 5n, reservedNanoUsd: 0n },
  ]);
  expect(await db.auditEvent.count({ where: { action: "spend_limit.set" } })).toBe(3);
});

dbTest("the ledger and the runs are listed newest first, page by page", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  await makePrompts(db, 3);
  await openClaude(db, actor);
  const claude = { producer: "anthropic", model: OPUS } as const;
  const runIds: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    const order = makeOrder({ ...claude, choice: { limit: 1 } });
    runIds.unshift((await startGenerationRun(db, actor, order)).id);
  }
  const firstRuns = await listGenerationRuns(db, actor, { limit: 2 });
  expect(firstRuns.rows.map(({ id }) => id)).toEqual(runIds.slice(0, 2));
  const rest = { limit: 2, cursor: firstRuns.nextCursor ?? "" };
  const restRuns = await listGenerationRuns(db, actor, rest);
  expect([restRuns.rows.map(({ id }) => id), restRuns.nextCursor]).toEqual([[runIds[2]], null]);

  const [item, other] = await db.generationItem.findMany();
  if (item === undefined || other === undefined) throw new Error("no items");
  const ids: string[] = [];
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const of = { runId: item.runId, itemId: item.id };
    ids.unshift(await makeCall(db, of, { attempt, outcome: attempt === 2 ? "refused" : "ok" }));
  }
  await makeCall(db, { runId: other.runId, itemId: other.id }, { model: OPUS });
  const calls = async (query: Parameters<typeof listLlmCalls>[2]) => {
    const page = await listLlmCalls(db, actor, query);
    return page.rows.map(({ id }) => id);
  };
  const { id: itemId, runId } = item;
  expect(await calls({ limit: 2, itemId })).toEqual(ids.slice(0, 2));
  expect(await calls({ limit: 2, itemId, cursor: ids[1] })).toEqual(ids.slice(2));
  expect(await calls({ limit: 9, runId, outcome: "refused" })).toEqual([ids[1]]);
  expect(await calls({ limit: 9, model: OPUS })).toHaveLength(1);
  expect(await calls({ limit: 9, state: "in_doubt" })).toEqual([]);
});
