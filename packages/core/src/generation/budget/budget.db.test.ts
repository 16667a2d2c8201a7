import type { Database } from "@foundry/prisma/client";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { describe, expect } from "vitest";
import { inTransaction } from "../../database/in-transaction.ts";
import { logger } from "../../logger.ts";
import { makeRun } from "../drive/testing/make-run.ts";
import { endCalls } from "../ledger/end-calls.ts";
import { planCall } from "../ledger/plan-call.ts";
import { recordReply } from "../ledger/record-reply.ts";
import { BudgetRefusedError } from "./reserve-budget.ts";

const silent = logger.child({}, { level: "silent" });
const DOLLAR = 1_000_000_000n;

async function plan(db: Database, runId: string, attempt: number, nanoUsd: bigint | null) {
  const item = await db.generationItem.findFirstOrThrow({ where: { runId } });
  return inTransaction(db, (tx) =>
    planCall(tx, {
      runId,
      itemId: item.id,
      round: 1,
      slot: 0,
      turn: 0,
      attempt,
      purpose: "generate",
      provider: "anthropic",
      model: "m",
      requestSha256: "0",
      reservedNanoUsd: nanoUsd,
    }),
  );
}

const refusalOf = (planned: Promise<unknown>) =>
  planned.then(
    () => null,
    (error: unknown) => {
      if (error instanceof BudgetRefusedError) return error.refusal;
      throw error;
    },
  );

const answer = {
  raw: "{}",
  text: "",
  end: "complete" as const,
  stopReason: "end_turn",
  refusal: null,
  usage: null,
  requestId: "r",
  isBatch: false,
  priceFactor: 1,
  limits: { requestsPerMinute: null, inputTokensPerMinute: null, outputTokensPerMinute: null },
};

async function readMoney(db: Database, runId: string) {
  const run = await db.generationRun.findUniqueOrThrow({ where: { id: runId } });
  const studio = await db.spendLimit.findUniqueOrThrow({ where: { id: 1 } });
  return {
    run: [run.spentNanoUsd, run.reservedNanoUsd],
    studio: [studio.spentNanoUsd, studio.reservedNanoUsd],
  };
}

describe("the budget", () => {
  dbTest("is never passed by 50 reservations at once", async ({ connect }) => {
    const db = connect({ poolSize: 25 });
    const other = connect({ poolSize: 25 });
    const run = await makeRun(db, { state: "running", budgetNanoUsd: DOLLAR, prompts: 1 });
    const refusals = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        refusalOf(plan(index % 2 ? db : other, run.id, index + 1, DOLLAR / 7n)),
      ),
    );
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(7);
    expect(refusals.filter((refusal) => refusal === "budget")).toHaveLength(43);
    expect(await db.llmCall.count()).toBe(7);
    const held = 7n * (DOLLAR / 7n);
    expect(await readMoney(db, run.id)).toEqual({ run: [0n, held], studio: [0n, held] });
  });

  dbTest("of the studio holds over all runs, and takes nothing of the run's", async ({ db }) => {
    await db.spendLimit.create({ data: { id: 1, limitNanoUsd: DOLLAR } });
    const one = await makeRun(db, { state: "running", prompts: 1 });
    const two = await makeRun(db, { state: "running", prompts: 1, budgetNanoUsd: 9n * DOLLAR });
    expect(await refusalOf(plan(db, one.id, 1, (DOLLAR * 3n) / 4n))).toBeNull();
    expect(await refusalOf(plan(db, two.id, 1, DOLLAR / 2n))).toBe("studio_limit");
    expect(await readMoney(db, two.id)).toMatchObject({ run: [0n, 0n] });
    expect(await refusalOf(plan(db, two.id, 1, DOLLAR / 4n))).toBeNull();
  });

  dbTest("cannot be kept for a model without a price", async ({ db }) => {
    const free = await makeRun(db, { state: "running", prompts: 1 });
    const limited = await makeRun(db, { state: "running", prompts: 1, budgetNanoUsd: DOLLAR });
    expect(await refusalOf(plan(db, free.id, 1, null))).toBeNull();
    expect(await refusalOf(plan(db, limited.id, 1, null))).toBe("price_unknown");
    await db.spendLimit.update({ where: { id: 1 }, data: { limitNanoUsd: DOLLAR } });
    expect(await refusalOf(plan(db, free.id, 2, null))).toBe("price_unknown");
  });

  dbTest("is closed while the run stands still", async ({ db }) => {
    const run = await makeRun(db, { state: "paused", prompts: 1 });
    expect(await refusalOf(plan(db, run.id, 1, 1n))).toBe("closed");
  });

  dbTest("gets back what was not spent, once", async ({ db }) => {
    const run = await makeRun(db, { state: "running", prompts: 1, budgetNanoUsd: DOLLAR });
    const [paid, unsent, lost] = [
      await plan(db, run.id, 1, 100n),
      await plan(db, run.id, 2, 200n),
      await plan(db, run.id, 3, 400n),
    ];
    await db.llmCall.updateMany({
      where: { id: { in: [paid, lost] } },
      data: { state: "sending" },
    });
    const record = { callId: paid, reply: answer, costNanoUsd: 30n, latencyMs: 5 };
    expect(await recordReply(db, silent, record)).toBe(true);
    expect(await recordReply(db, silent, record)).toBe(false);
    const end = { outcome: "cancelled", error: null } as const;
    const ending = () =>
      inTransaction(db, (tx) =>
        endCalls(tx, [paid, unsent], ["planned"], { state: "settled", ...end }),
      );
    expect(await ending()).toBe(1);
    expect(await ending()).toBe(0);
    await inTransaction(db, (tx) =>
      endCalls(tx, [lost], ["sending"], { state: "in_doubt", ...end, outcome: "timeout" }),
    );
    expect(await readMoney(db, run.id)).toEqual({ run: [30n, 400n], studio: [30n, 400n] });
    // The answer comes after all.
    expect(await recordReply(db, silent, { ...record, callId: lost, costNanoUsd: 50n })).toBe(true);
    expect(await readMoney(db, run.id)).toEqual({ run: [80n, 0n], studio: [80n, 0n] });
    expect(await db.llmCall.findMany({ orderBy: { attempt: "asc" } })).toMatchObject([
      { state: "received", costNanoUsd: 30n, reservedNanoUsd: 0n, requestId: "r" },
      { state: "settled", outcome: "cancelled", costNanoUsd: null, reservedNanoUsd: 0n },
      { state: "received", outcome: null, costNanoUsd: 50n, reservedNanoUsd: 0n },
    ]);
  });
});
