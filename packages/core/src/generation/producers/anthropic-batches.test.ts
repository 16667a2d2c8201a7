import { expect } from "vitest";
import { llmServerTest } from "../testing/llm-server-test.ts";
import type { LlmServer } from "../testing/llm-server/llm-server.ts";
import { makeGenerationRequest } from "../testing/make-request.ts";
import { createAnthropicBatches } from "./anthropic-batches.ts";
import type { BatchResult } from "./read-batch-result.ts";

const never = new AbortController().signal;

function open(server: LlmServer) {
  const access = { apiKey: "sk-ant-test", baseUrl: server.url, timeoutMs: 30_000 };
  return createAnthropicBatches(access);
}

function makeRequests(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    customId: `row-${index}`,
    request: makeGenerationRequest({ prompt: `Return ${index} if the text is empty.` }),
  }));
}

async function collect(results: AsyncIterable<BatchResult>): Promise<Map<string, BatchResult>> {
  const rows = new Map<string, BatchResult>();
  for await (const row of results) rows.set(row.customId, row);
  return rows;
}

llmServerTest("counts everything as processing until the batch has ended", async ({ server }) => {
  server.configure({ batchMs: null });
  const batches = open(server);
  const created = await batches.create(makeRequests(3), never);
  expect(created).toMatchObject({ status: "in_progress", counts: { processing: 3, succeeded: 0 } });
  expect(created.expiresAt.getTime() - created.createdAt.getTime()).toBe(24 * 60 * 60_000);
  server.endBatches();
  const ended = await batches.get(created.id, never);
  expect(ended).toMatchObject({ status: "ended", counts: { processing: 0, succeeded: 3 } });
});

llmServerTest("gives the results by their own ids, at the price of a batch", async ({ server }) => {
  const batches = open(server);
  const { id } = await batches.create(makeRequests(4), never);
  const rows = await collect(batches.results(id, never));
  expect([...rows.keys()].toSorted()).toEqual(["row-0", "row-1", "row-2", "row-3"]);
  const again = await collect(batches.results(id, never));
  expect(again).toEqual(rows);
  for (const row of rows.values()) {
    expect(row).toMatchObject({ kind: "succeeded", reply: { isBatch: true, end: "complete" } });
  }
});

llmServerTest.for([
  ["overloaded", { kind: "errored", error: { failure: "overloaded", isPaid: "no" } }],
  ["payment", { kind: "errored", error: { failure: "payment", isPaid: "no" } }],
  ["bad_request", { kind: "errored", error: { failure: "bad_request", isPaid: "no" } }],
  ["hang", { kind: "expired" }],
  ["truncated", { kind: "succeeded", reply: { end: "truncated" } }],
  ["refusal", { kind: "succeeded", reply: { end: "refused" } }],
] as const)("reads a request that ends with %s", async ([fault, expected], { server }) => {
  server.configure({ faultRate: 1, faults: [fault] });
  const batches = open(server);
  const { id } = await batches.create(makeRequests(1), never);
  const rows = await collect(batches.results(id, never));
  expect(rows.get("row-0")).toMatchObject(expected);
});

llmServerTest("finds a batch whose creation was not answered", async ({ server }) => {
  server.configure({ script: ["reset"] });
  const batches = open(server);
  await expect(batches.create(makeRequests(2), never)).rejects.toMatchObject({
    failure: "connection_lost",
    isPaid: "unknown",
  });
  const [found] = await batches.list(10, never);
  const rows = await collect(batches.results(found?.id ?? "", never));
  expect(rows.size).toBe(2);
});

llmServerTest("cancels, and may have results all the same", async ({ server }) => {
  server.configure({ batchMs: null });
  const batches = open(server);
  const { id } = await batches.create(makeRequests(1), never);
  expect(await batches.cancel(id, never)).toMatchObject({ status: "canceling" });
  expect(await batches.get(id, never)).toMatchObject({ status: "ended" });
  expect((await collect(batches.results(id, never))).size).toBe(1);
});

llmServerTest("has no results before the end", async ({ server }) => {
  server.configure({ batchMs: null });
  const batches = open(server);
  const { id } = await batches.create(makeRequests(1), never);
  await expect(collect(batches.results(id, never))).rejects.toThrow();
});
