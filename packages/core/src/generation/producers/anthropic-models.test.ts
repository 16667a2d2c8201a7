import { inspect } from "node:util";
import { expect } from "vitest";
import { llmServerTest } from "../testing/llm-server-test.ts";
import { makeGenerationRequest } from "../testing/make-request.ts";
import { lookUpAnthropicModel } from "./anthropic-models.ts";
import { countAnthropicTokens } from "./count-tokens.ts";

const never = new AbortController().signal;
const RETIRES_AT = "2026-11-30T00:00:00.000Z";

llmServerTest("asks what becomes of a model", async ({ server }) => {
  const access = { apiKey: "sk-ant-test", baseUrl: server.url, timeoutMs: 30_000 };
  const model = "claude-haiku-5-5";
  expect(await lookUpAnthropicModel(access, model, never)).toMatchObject({
    lifecycle: "active",
    retiresAt: null,
    maxTokens: 64_000,
  });
  server.configure({ lifecycles: { [model]: { lifecycle: "deprecated", retiresAt: RETIRES_AT } } });
  expect(await lookUpAnthropicModel(access, model, never)).toMatchObject({
    lifecycle: "deprecated",
    retiresAt: new Date(RETIRES_AT),
  });
  await expect(lookUpAnthropicModel(access, "claude-none", never)).rejects.toMatchObject({
    failure: "unknown_model",
  });
});

llmServerTest("shows that a key is not known", async ({ server }) => {
  server.configure({ apiKeys: ["another"] });
  const access = { apiKey: "sk-ant-canary", baseUrl: server.url, timeoutMs: 30_000 };
  const asked = lookUpAnthropicModel(access, "claude-haiku-5-5", never);
  const error: unknown = await asked.catch((caught: unknown) => caught);
  expect(error).toMatchObject({ failure: "authentication", isPaid: "no" });
  expect(inspect(error, { depth: null })).not.toContain("canary");
});

llmServerTest("counts more tokens for a request with examples", async ({ server }) => {
  const access = { apiKey: "sk-ant-test", baseUrl: server.url, timeoutMs: 30_000 };
  const plain = await countAnthropicTokens(access, makeGenerationRequest(), never);
  const example = {
    prompt: "Return 1.",
    ir: JSON.stringify({
      intent: { summary: "Return the number one." },
      signature: { name: "one", parameters: [], returns: "int" },
      effects: [{ description: "Return LITERAL 1." }],
    }),
  };
  const fewShots = Array.from({ length: 10 }, () => example);
  const more = await countAnthropicTokens(access, makeGenerationRequest({ fewShots }), never);
  expect(more).toBeGreaterThan(plain + 100);
});
