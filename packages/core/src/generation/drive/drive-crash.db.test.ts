import type { Database, LlmCallState } from "@foundry/prisma/client";
import { describe, expect } from "vitest";
import { until } from "../../loops/testing/until.ts";
import { sha256Hex } from "../../database/sha256.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { planCall } from "../ledger/plan-call.ts";
import { createAnthropicProducer } from "../producers/anthropic-producer.ts";
import { buildGenerationRequest } from "../request/build-request.ts";
import { driveTestOn } from "./testing/drive-test.ts";
import { makeRun } from "./testing/make-run.ts";

const HELD = 1_000n;
/** Of a job that is over and gone. */
const GONE = "01900000-0000-7000-8000-000000000000";

/** What a worker leaves behind that dies with one call of its only item in this state. */
async function leaveBehind(
  db: Database,
  state: LlmCallState,
  options: { onDoubt?: "retry" | "hold" } = {},
) {
  const run = await makeRun(db, { prompts: 1, state: "running", ...options });
  const item = await db.generationItem.findFirstOrThrow({ where: { runId: run.id } });
  await db.generationItem.update({
    where: { id: item.id },
    data: { state: "running", claimJobId: GONE, claimToken: 1 },
  });
  const callId = await inTransaction(db, (tx) =>
    planCall(tx, {
      runId: run.id,
      itemId: item.id,
      round: 1,
      slot: 0,
      turn: 0,
      attempt: 1,
      purpose: "generate",
      provider: "anthropic",
      model: run.model ?? "",
      requestSha256: sha256Hex("request"),
      reservedNanoUsd: HELD,
    }),
  );
  const sentAt = state === "planned" ? null : new Date();
  await db.llmCall.update({ where: { id: callId }, data: { state, sentAt } });
  return { run, callId, item };
}

describe("after a crash", () => {
  const driveTest = driveTestOn("postgres");

  driveTest("a call that was not sent is sent, under its own row", async ({ db, kit }) => {
    const { run, callId } = await leaveBehind(db, "planned");
    await kit.startWorker();
    await kit.untilRunIs(run.id, "done");
    const calls = await kit.calls(run.id);
    expect(calls).toMatchObject([{ id: callId, state: "settled", outcome: "ok", attempt: 1 }]);
    expect(kit.server.requests()).toHaveLength(1);
    expect(await kit.readRun(run.id)).toMatchObject({ reservedNanoUsd: 0n });
  });

  driveTest("a call that was being sent is in doubt, and sent once more", async ({ db, kit }) => {
    const { run, callId } = await leaveBehind(db, "sending");
    await kit.startWorker();
    await kit.untilRunIs(run.id, "done");
    const calls = await kit.calls(run.id);
    expect(calls).toMatchObject([
      { id: callId, state: "in_doubt", outcome: null, reservedNanoUsd: HELD, costNanoUsd: null },
      { state: "settled", outcome: "ok", attempt: 2 },
    ]);
    expect(kit.server.requests()).toHaveLength(1);
    expect(await kit.readRun(run.id)).toMatchObject({ reservedNanoUsd: HELD });
    expect(await kit.tally(run.id)).toEqual({ done: 1 });
  });

  driveTest("a run that holds leaves such a prompt to a person", async ({ db, kit }) => {
    const { run } = await leaveBehind(db, "sending", { onDoubt: "hold" });
    await kit.startWorker();
    await kit.untilRunIs(run.id, "done");
    expect(kit.server.requests()).toHaveLength(0);
    expect(await kit.tally(run.id)).toEqual({ in_doubt: 1 });
    expect(await kit.calls(run.id)).toMatchObject([{ state: "in_doubt", reservedNanoUsd: HELD }]);
  });

  driveTest("an answer that was stored is used, and not asked for again", async ({ db, kit }) => {
    const { run, callId, item } = await leaveBehind(db, "received");
    const prompt = await db.prompt.findUniqueOrThrow({ where: { id: item.promptId } });
    const access = { apiKey: "k", baseUrl: kit.server.url, timeoutMs: 5_000 };
    const reply = await createAnthropicProducer(access).send(
      buildGenerationRequest({
        prompt: prompt.text,
        fewShots: [],
        model: run.model ?? "",
        effort: null,
        slot: 0,
        turn: 0,
        history: [],
        maxTokens: 4_000,
      }),
      new AbortController().signal,
    );
    await db.llmCall.update({ where: { id: callId }, data: { responseRaw: reply.raw } });
    await kit.startWorker();
    await kit.untilRunIs(run.id, "done");
    expect(kit.server.requests()).toHaveLength(1);
    expect(await kit.calls(run.id)).toMatchObject([
      { id: callId, outcome: "ok", state: "settled" },
    ]);
    expect(await kit.tally(run.id)).toEqual({ done: 1 });
    expect(await db.ir.count({ where: { origin: "generated" } })).toBe(1);
  });
});

describe.each(["postgres", "redis"] as const)("a worker that is killed, on %s", (backend) => {
  driveTestOn(backend)(
    "costs at most what it was just sending",
    async ({ db, kit }) => {
      kit.server.configure({ latencyMs: 250 });
      const run = await makeRun(db, { prompts: 40, maxInFlight: 8 });
      for (const sentCount of [6, 18]) {
        const worker = await kit.spawnWorker();
        await until(() => kit.server.requests().length >= sentCount);
        await worker.kill();
      }
      await kit.startWorker();
      await kit.untilRunIs(run.id, "done", 60_000);
      expect(await kit.tally(run.id)).toEqual({ done: 40 });
      const calls = await kit.calls(run.id);
      const settled = calls.filter(({ state, sentAt }) => state === "settled" && sentAt !== null);
      const inDoubt = calls.filter(({ state }) => state === "in_doubt");
      expect(inDoubt.length).toBeGreaterThan(0);
      expect(inDoubt.length).toBeLessThanOrEqual(16);
      expect(settled).toHaveLength(40);
      const requests = kit.server.requests();
      // What was committed as being sent may not have left the dying process.
      expect(requests.length - settled.length).toBeLessThanOrEqual(inDoubt.length);
      const sentTwice = requests.length - new Set(requests.map(({ prompt }) => prompt)).size;
      expect(sentTwice).toBeLessThanOrEqual(inDoubt.length);
      expect(await db.sample.count()).toBe(40);
      const { spentNanoUsd } = await kit.readRun(run.id);
      expect(spentNanoUsd).toBe(settled.reduce((sum, call) => sum + (call.costNanoUsd ?? 0n), 0n));
    },
    120_000,
  );
});
