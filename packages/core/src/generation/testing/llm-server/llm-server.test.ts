import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { checkIr } from "../../../checks/check-ir.ts";
import { generatePrompts } from "../../../prompts/generate-prompts.ts";
import { DEFAULT_MODELS } from "../../prices/default-models.ts";
import { priceCall } from "../../prices/price-call.ts";
import { createAnthropicProducer } from "../../producers/anthropic-producer.ts";
import { readLlmReply } from "../../reply/read-llm-reply.ts";
import { readVariations } from "../../reply/read-variations.ts";
import { buildVariationRequest } from "../../request/build-variation-request.ts";
import { llmServerTest } from "../llm-server-test.ts";
import { makeGenerationRequest } from "../make-request.ts";
import type { ServerBill } from "./request-log.ts";

const never = new AbortController().signal;
const PATIENT_MS = 30_000;

function open(baseUrl: string) {
  return createAnthropicProducer({ apiKey: "sk-ant-test", baseUrl, timeoutMs: PATIENT_MS });
}

llmServerTest("answers catalogue prompts with IRs that the checks accept", async ({ server }) => {
  const set = { count: 12, seed: "stand-in" };
  server.configure({ catalogue: [set] });
  for (const { prompt } of generatePrompts(set).records) {
    const reply = await open(server.url).send(makeGenerationRequest({ prompt }), never);
    const reading = readLlmReply(reply.text);
    if (!reading.ok) throw new Error(reading.problem);
    const { findings } = checkIr(prompt, reading.raw);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  }
});

llmServerTest(
  "answers any other prompt with an IR, another one for each slot",
  async ({ server }) => {
    const prompt = "Return 'low' for small numbers, 'mid' for others, and 'high' above 7.";
    const texts = new Set<string>();
    for (const slot of [0, 1, 2]) {
      const reply = await open(server.url).send(makeGenerationRequest({ prompt, slot }), never);
      expect(readLlmReply(reply.text).ok).toBe(true);
      texts.add(reply.text);
    }
    expect(texts.size).toBe(3);
  },
);

llmServerTest("varies a prompt", async ({ server }) => {
  const prompt = "Return 'low' if the number is below 7.";
  const parts = { prompt, category: null, count: 4, model: "claude-sonnet-5-5", effort: null };
  const request = buildVariationRequest({ ...parts, maxTokens: 4000 });
  const { text } = await open(server.url).send(request, never);
  const reading = readVariations(text, { parent: prompt, count: 4 });
  expect(reading.ok && reading.texts).toHaveLength(4);
});

llmServerTest("bills what the product computes", async ({ server }) => {
  const producer = open(server.url);
  let sum = 0n;
  for (const { id: model, prices } of DEFAULT_MODELS) {
    for (const prompt of ["One.", "Two.", "Return 'x'."]) {
      const reply = await producer.send(makeGenerationRequest({ model, prompt }), never);
      sum += priceCall(reply, prices) ?? 0n;
    }
  }
  const bill = server.bill();
  expect(bill).toMatchObject({ requestCount: 9, paidCount: 9 });
  expect(BigInt(bill.billedNanoUsd)).toBe(sum);
  expect(bill.deliveredNanoUsd).toBe(bill.billedNanoUsd);
});

llmServerTest("bills an answer that was lost, but not as delivered", async ({ server }) => {
  server.configure({ script: ["reset", "rate_limit"] });
  await expect(open(server.url).send(makeGenerationRequest(), never)).rejects.toThrow();
  await expect(open(server.url).send(makeGenerationRequest(), never)).rejects.toThrow();
  const { paidCount, billedNanoUsd, deliveredNanoUsd, byFault } = server.bill();
  expect({ paidCount, deliveredNanoUsd }).toEqual({ paidCount: 1, deliveredNanoUsd: 0 });
  expect(billedNanoUsd).toBeGreaterThan(0);
  expect(byFault).toEqual({ reset: 1, rate_limit: 1 });
});

llmServerTest(
  "lets a minute's worth through, and then says how long to wait",
  async ({ server }) => {
    server.configure({ limits: { requestsPerMinute: 2 } });
    const producer = open(server.url);
    await producer.send(makeGenerationRequest(), never);
    await producer.send(makeGenerationRequest(), never);
    const third = producer.send(makeGenerationRequest(), never);
    const error = await third.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ failure: "rate_limited", isPaid: "no" });
    const { retryAfterMs } = error as { retryAfterMs: number };
    expect(retryAfterMs).toBeGreaterThan(0);
    expect(retryAfterMs).toBeLessThanOrEqual(30_000);
  },
);

llmServerTest("limits tokens, too", async ({ server }) => {
  server.configure({ limits: { requestsPerMinute: 100, outputTokensPerMinute: 10 } });
  const producer = open(server.url);
  await producer.send(makeGenerationRequest(), never);
  await expect(producer.send(makeGenerationRequest(), never)).rejects.toMatchObject({
    failure: "rate_limited",
  });
});

llmServerTest("goes wrong for the same requests whatever their order", async ({ server }) => {
  const prompts = Array.from({ length: 40 }, (_, index) => `Return ${index}.`);
  async function listFaults(order: readonly string[]) {
    server.configure({ seed: "7", faultRate: 0.4, faults: ["bad_request", "overloaded"] });
    const faults = new Map<string, string>();
    for (const prompt of order) {
      const sent = open(server.url).send(makeGenerationRequest({ prompt }), never);
      faults.set(prompt, await sent.then(() => "none").catch((error: Error) => error.message));
    }
    await fetch(`${server.url}/control`, { method: "DELETE" });
    return prompts.map((prompt) => faults.get(prompt));
  }
  const forwards = await listFaults(prompts);
  expect(await listFaults(prompts.toReversed())).toEqual(forwards);
  const wrong = forwards.filter((fault) => fault !== "none").length;
  expect(wrong).toBeGreaterThan(8);
  expect(wrong).toBeLessThan(24);
});

it("runs by itself and is told over HTTP what to do", async () => {
  const file = fileURLToPath(new URL("./llm-server-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    const { url } = JSON.parse(line) as { url: string };
    const told = await control(url, "POST", { script: ["overloaded"], latencyMs: 1 });
    expect(told.requests).toEqual([]);
    await expect(open(url).send(makeGenerationRequest(), never)).rejects.toMatchObject({
      failure: "overloaded",
    });
    await open(url).send(makeGenerationRequest(), never);
    const { bill, requests } = await control(url, "GET");
    expect(bill).toMatchObject({ requestCount: 2, paidCount: 1, byStatus: { "200": 1, "529": 1 } });
    expect(requests.map(({ prompt }) => prompt)).toEqual([
      "Return 'big' if number is above 3, and 'small' otherwise.",
      "Return 'big' if number is above 3, and 'small' otherwise.",
    ]);
    expect((await control(url, "DELETE")).requests).toEqual([]);
  } finally {
    child.kill("SIGTERM");
  }
  const [code] = (await once(child, "exit")) as [number | null];
  expect(code).toBe(0);
});

async function control(url: string, method: string, body?: unknown) {
  const response = await fetch(`${url}/control`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as { bill: ServerBill; requests: { prompt: string }[] };
}
