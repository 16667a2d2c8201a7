import { inspect } from "node:util";
import { describe, expect } from "vitest";
import { readLlmReply } from "../reply/read-llm-reply.ts";
import { llmServerTest } from "../testing/llm-server-test.ts";
import type { LlmServer } from "../testing/llm-server/llm-server.ts";
import { makeGenerationRequest } from "../testing/make-request.ts";
import { type ChatAccess, createChatCompletionsProducer } from "./chat-completions-producer.ts";
import { testProducer } from "./test-producer.ts";

const MODEL = "local-ir-model";
const PATIENT_MS = 30_000;
const never = new AbortController().signal;
const request = makeGenerationRequest({ model: MODEL });

function createProducer(server: LlmServer, access: Partial<ChatAccess> = {}) {
  return createChatCompletionsProducer({
    name: "own server",
    baseUrl: `${server.url}/v1`,
    apiKey: null,
    hasSchema: true,
    timeoutMs: PATIENT_MS,
    ...access,
  });
}

describe("createChatCompletionsProducer", () => {
  llmServerTest("gives the reply and its tokens", async ({ server }) => {
    const producer = createProducer(server);
    const reply = await producer.send(request, never);
    const [received] = server.requests();
    expect(readLlmReply(reply.text).ok).toBe(true);
    expect(producer.provider).toBe("own server");
    expect(reply).toMatchObject({
      end: "complete",
      stopReason: "stop",
      requestId: received?.id,
      usage: {
        inputTokens: received?.usage?.inputTokens,
        outputTokens: received?.usage?.outputTokens,
        cacheReadTokens: 0,
      },
    });
  });

  llmServerTest("asks for the schema, every property of it required", async ({ server }) => {
    await createProducer(server).send(request, never);
    const body = server.requests()[0]?.body as {
      response_format: { json_schema: { strict: boolean; schema: Record<string, unknown> } };
      messages: { role: string }[];
    };
    expect(body.response_format.json_schema.strict).toBe(true);
    expect(findLooseObjects(body.response_format.json_schema.schema)).toEqual([]);
    expect(body.messages.map(({ role }) => role)).toEqual(["system", "user"]);
  });

  llmServerTest("puts the schema into the text where none is enforced", async ({ server }) => {
    await createProducer(server, { hasSchema: false }).send(request, never);
    const body = server.requests()[0]?.body as Record<string, unknown> & {
      messages: { content: string }[];
    };
    expect(body).not.toHaveProperty("response_format");
    expect(body.messages[0]?.content).toContain('"additionalProperties":false');
  });

  describe.each([
    ["rate_limit", "rate_limited", "no"],
    ["server_error", "server_error", "no"],
    ["overloaded", "overloaded", "no"],
    ["gateway_timeout", "timeout", "unknown"],
    ["reset", "connection_lost", "unknown"],
    ["reset_mid_reply", "connection_lost", "unknown"],
    ["malformed_body", "unreadable_reply", "unknown"],
    ["bad_request", "bad_request", "no"],
    ["too_large", "too_large", "no"],
    ["authentication", "authentication", "no"],
    ["permission", "permission", "no"],
    ["payment", "payment", "no"],
  ] as const)("with the fault %s", (fault, failure, isPaid) => {
    llmServerTest("says what it is and sends once", async ({ server }) => {
      server.configure({ script: [fault], retryAfterSeconds: 3 });
      await expect(createProducer(server).send(request, never)).rejects.toMatchObject({
        failure,
        isPaid,
        retryAfterMs: fault === "rate_limit" ? 3000 : null,
      });
      expect(server.requests()).toHaveLength(1);
    });
  });

  describe.each([
    ["truncated", "truncated"],
    ["refusal", "refused"],
    ["malformed_json", "complete"],
    ["wrong_schema", "complete"],
  ] as const)("with the fault %s", (fault, end) => {
    llmServerTest("gives a reply that is no IR", async ({ server }) => {
      server.configure({ script: [fault] });
      const reply = await createProducer(server).send(request, never);
      expect(reply.end).toBe(end);
      expect(readLlmReply(reply.text).ok).toBe(false);
    });
  });

  llmServerTest("sends its key and no other", async ({ server }) => {
    server.configure({ apiKeys: ["own-key"] });
    const reply = createProducer(server, { apiKey: "own-key" }).send(request, never);
    await expect(reply).resolves.toMatchObject({ end: "complete" });
    await expect(createProducer(server).send(request, never)).rejects.toMatchObject({
      failure: "authentication",
    });
  });
});

describe("a key that the server refuses", () => {
  llmServerTest("is not in the error, although the server says it", async ({ server }) => {
    server.configure({ apiKeys: ["another"] });
    const apiKey = "sk-own-canary-0123456789";
    const sent = createProducer(server, { apiKey }).send(request, never);
    const error = (await sent.catch((caught: unknown) => caught)) as Error;
    expect(error).toMatchObject({ failure: "authentication" });
    expect(error.message).toContain("The key … is not known.");
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain("canary");
  });
});

describe("testProducer", () => {
  llmServerTest("says that it answers", async ({ server }) => {
    server.configure({ replies: { 'Answer with {"ready": true}.': '{"ready": true}' } });
    const outcome = await testProducer(createProducer(server), MODEL, never);
    expect(outcome).toEqual({ isOk: true, message: null });
  });

  llmServerTest("says what is wrong", async ({ server }) => {
    const producer = createProducer(server);
    const outcome = await testProducer(producer, "another-model", never);
    expect(outcome).toMatchObject({
      isOk: false,
      message: expect.stringMatching(/does not know the model/) as string,
    });
    server.configure({ replies: { 'Answer with {"ready": true}.': "Ready!" } });
    const other = await testProducer(producer, MODEL, never);
    expect(other).toMatchObject({
      isOk: false,
      message: expect.stringMatching(/not with a JSON document/) as string,
    });
  });
});

/** Objects that leave a property out of `required`, or are open. */
function findLooseObjects(schema: unknown): unknown[] {
  if (Array.isArray(schema)) return schema.flatMap(findLooseObjects);
  if (typeof schema !== "object" || schema === null) return [];
  const { type, properties, required, additionalProperties } = schema as Record<string, unknown>;
  const isLoose =
    type === "object" &&
    (additionalProperties !== false ||
      Object.keys(properties as object).some((name) => !(required as string[]).includes(name)));
  return [...(isLoose ? [schema] : []), ...Object.values(schema).flatMap(findLooseObjects)];
}
