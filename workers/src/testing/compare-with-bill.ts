import type { ReceivedRequest } from "@foundry/core/generation/testing/llm-server/request-log";
import type { SpawnedProvider } from "@foundry/core/generation/testing/spawn-provider";
import type { Database, LlmCall } from "@foundry/prisma/client";
import { expect } from "vitest";

/** How the ledger of a run and the books of the provider stand to each other. */
export interface Comparison {
  requestCount: number;
  /** Calls of which the ledger knows how they ended, and that reached the provider. */
  settledCount: number;
  inDoubtCount: number;
  /** Of those in doubt: the worker was killed, or lost its database, before it saw any end. */
  abandonedCount: number;
  /** Requests that no settled call accounts for. */
  unaccountedCount: number;
  spentNanoUsd: bigint;
  heldNanoUsd: bigint;
  billedNanoUsd: bigint;
}

/**
 * Holds the ledger of a run that is at rest against what the provider received and bills.
 *
 * A worker commits that it is sending before it writes to the socket. So when it is killed, the
 * request of a row in doubt may have arrived or not: with R requests received, S settled rows and
 * D rows in doubt, of which A were abandoned, D - A <= R - S <= D; and the bill lies between what
 * the ledger says was spent and that plus what it holds back for the rows in doubt. Without a kill
 * A is 0 and R - S = D.
 */
export async function compareWithBill(
  db: Database,
  provider: SpawnedProvider,
  runId: string,
): Promise<Comparison> {
  const [calls, items, run, { requests }] = await Promise.all([
    db.llmCall.findMany({ where: { runId } }),
    db.generationItem.findMany({ where: { runId }, include: { prompt: true } }),
    db.generationRun.findUniqueOrThrow({ where: { id: runId } }),
    provider.read(),
  ]);
  const settled = calls.filter(
    ({ state, httpStatus }) => state === "settled" && httpStatus !== null,
  );
  const inDoubt = calls.filter(({ state }) => state === "in_doubt");
  const abandoned = inDoubt.filter(({ outcome }) => outcome === null);
  const unsent = calls.filter(
    ({ state, httpStatus }) => state === "settled" && httpStatus === null,
  );
  expect(settled.length + inDoubt.length + unsent.length, "every call is over").toBe(calls.length);

  const byId = new Map(requests.map((request) => [request.id, request]));
  const answered = settled.map(({ requestId }) => byId.get(requestId ?? ""));
  expect(answered.filter((request) => request === undefined)).toEqual([]);
  expect(new Set(answered).size, "no two calls have the same request").toBe(settled.length);
  for (const call of settled) {
    expect(Number(call.costNanoUsd ?? 0n)).toBe(byId.get(call.requestId ?? "")?.billedNanoUsd);
  }

  const unaccounted = requests.filter((request) => !answered.includes(request));
  expect(unaccounted.length).toBeLessThanOrEqual(inDoubt.length);
  expect(unaccounted.length).toBeGreaterThanOrEqual(inDoubt.length - abandoned.length);
  const promptOf = new Map(items.map(({ id, prompt }) => [id, prompt.text]));
  const placeOf = ({ itemId, turn }: LlmCall) => `${turn} ${promptOf.get(itemId ?? "")}`;
  const doubts = countBy(inDoubt.map(placeOf));
  for (const [place, count] of countBy(unaccounted.map(placeOfRequest))) {
    expect(count, place).toBeLessThanOrEqual(doubts.get(place) ?? 0);
  }
  // Answered once, whatever happens: only doubt makes a prompt be paid again.
  for (const [place, count] of countBy(settled.filter(isPaid).map(placeOf))) {
    expect(count, place).toBe(1);
  }
  for (const [place, count] of countBy(
    requests.filter(({ billedNanoUsd }) => billedNanoUsd > 0).map(placeOfRequest),
  )) {
    expect(count, place).toBeLessThanOrEqual(1 + (doubts.get(place) ?? 0));
  }

  const sum = (amounts: (bigint | null)[]) => amounts.reduce<bigint>((a, b) => a + (b ?? 0n), 0n);
  const bill = (rows: ReceivedRequest[]) => sum(rows.map((row) => BigInt(row.billedNanoUsd)));
  const billedNanoUsd = bill(requests);
  expect(sum(calls.map(({ costNanoUsd }) => costNanoUsd))).toBe(run.spentNanoUsd);
  expect(sum(inDoubt.map(({ reservedNanoUsd }) => reservedNanoUsd))).toBe(run.reservedNanoUsd);
  expect(billedNanoUsd - bill(unaccounted), "spent, to the billionth").toBe(run.spentNanoUsd);
  expect(bill(unaccounted)).toBeLessThanOrEqual(run.reservedNanoUsd);
  return {
    requestCount: requests.length,
    settledCount: settled.length,
    inDoubtCount: inDoubt.length,
    abandonedCount: abandoned.length,
    unaccountedCount: unaccounted.length,
    spentNanoUsd: run.spentNanoUsd,
    heldNanoUsd: run.reservedNanoUsd,
    billedNanoUsd,
  };
}

const isPaid = ({ costNanoUsd }: LlmCall) => (costNanoUsd ?? 0n) > 0n;

/** A request by what it asks: the same words for a call and for what the provider received. */
function placeOfRequest({ prompt, body }: ReceivedRequest): string {
  const { messages } = body as { messages: { role: string }[] };
  return `${messages.filter(({ role }) => role === "assistant").length} ${prompt}`;
}

function countBy(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
