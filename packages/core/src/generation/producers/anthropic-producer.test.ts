import { describe, expect } from "vitest";
import { readLlmReply } from "../reply/read-llm-reply.ts";
import { llmServerTest } from "../testing/llm-server-test.ts";
import type { LlmServer } from "../testing/llm-server/llm-server.ts";
import { type Fault, FAULTS } from "../testing/llm-server/settings.ts";
import { makeGenerationRequest } from "../testing/make-request.ts";
import { createAnthropicProducer } from "./anthropic-producer.ts";
import type { ProducerFailure } from "./producer-error.ts";
import { ProducerError } from "./producer-error.ts";
import type { ReplyEnd } from "./producer.ts";

const KEY = "sk-ant-canary-0123456789";
/** Long for a machine that is busy; only calls that hang wait for it. */
const PATIENT_MS = 30_000;
const IMPATIENT_MS = 600;

const never = new AbortController().signal;

function createProducer(server: LlmServer, timeoutMs = PATIENT_MS) {
  return createAnthropicProducer({ apiKey: KEY, baseUrl: server.url, timeoutMs });
}

async function catchError(promise: Promise<unknown>): Promise<ProducerError> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof ProducerError) return outcome;
  throw new Error(`no ProducerError: ${String(outcome)}`);
}

interface SentBody {
  system: { cache_control?: unknown }[];
  output_config: { format: unknown; effort?: string };
}

type Expected =
  | { failure: ProducerFailure; isPaid: "no" | "unknown"; httpStatus: number | null }
  | { end: ReplyEnd; isIr: boolean };

const fails = (
  failure: ProducerFailure,
  isPaid: "no" | "unknown",
  httpStatus: number | null,
): Expected => ({ failure, isPaid, httpStatus });

/** What each fault of the server comes out as; the type asks for all of them. */
const OUTCOME_BY_FAULT: Record<Fault, Expected> = {
  rate_limit: fails("rate_limited", "no", 429),
  server_error: fails("server_error", "no", 500),
  overloaded: fails("overloaded", "no", 529),
  gateway_timeout: fails("timeout", "unknown", 504),
  hang: fails("timeout", "unknown", null),
  reset: fails("connection_lost", "unknown", null),
  reset_mid_reply: fails("connection_lost", "unknown", null),
  malformed_body: fails("unreadable_reply", "unknown", 200),
  malformed_json: { end: "complete", isIr: false },
  truncated: { end: "truncated", isIr: false },
  refusal: { end: "refused", isIr: false },
  wrong_schema: { end: "complete", isIr: false },
  empty: { end: "complete", isIr: false },
  bad_request: fails("bad_request", "no", 400),
  too_large: fails("too_large", "no", 413),
  authentication: fails("authentication", "no", 401),
  permission: fails("permission", "no", 403),
  payment: fails("payment", "no", 402),
  spend_limit: fails("spend_limit", "no", 429),
  on_hold: fails("permission", "no", 400),
};

describe("createAnthropicProducer", () => {
  llmServerTest("gives the reply, its tokens, its id and the limits", async ({ server }) => {
    server.configure({ limits: { requestsPerMinute: 600, inputTokensPerMinute: 1_000_000 } });
    const reply = await createProducer(server).send(makeGenerationRequest(), never);
    const [received] = server.requests();
    expect(readLlmReply(reply.text).ok).toBe(true);
    expect(reply).toMatchObject({
      end: "complete",
      stopReason: "end_turn",
      requestId: received?.id,
      isBatch: false,
      priceFactor: 1,
      limits: {
        requestsPerMinute: 600,
        inputTokensPerMinute: 1_000_000,
        outputTokensPerMinute: null,
      },
    });
    expect(reply.usage).toMatchObject({
      inputTokens: received?.usage?.inputTokens,
      cacheWrite5mTokens: received?.usage?.cacheWriteTokens,
      outputTokens: received?.usage?.outputTokens,
    });
  });

  llmServerTest("reads a stored answer as it read the fresh one", async ({ server }) => {
    const producer = createProducer(server);
    const fresh = await producer.send(makeGenerationRequest(), never);
    const stored = producer.readStored(fresh.raw);
    expect({ ...stored, requestId: fresh.requestId, limits: fresh.limits }).toEqual(fresh);
  });

  llmServerTest("writes the beginning to the cache once and reads it after", async ({ server }) => {
    const producer = createProducer(server);
    const first = await producer.send(makeGenerationRequest(), never);
    const second = await producer.send(
      makeGenerationRequest({ prompt: "Return the sum of two numbers.", slot: 2 }),
      never,
    );
    expect(first.usage?.cacheWrite5mTokens).toBeGreaterThan(1024);
    expect(second.usage?.cacheWrite5mTokens).toBe(0);
    expect(second.usage?.cacheReadTokens).toBe(first.usage?.cacheWrite5mTokens);
  });

  llmServerTest(
    "marks the end of a beginning that all items of a run share",
    async ({ server }) => {
      const producer = createProducer(server);
      const ir =
        '{"intent": {"summary": "Return the number one."}, "signature": {"name": "one", "parameters": []}}';
      const fewShots = [{ prompt: "Return 1.", ir }];
      await producer.send(makeGenerationRequest({ fewShots, effort: "low" }), never);
      await producer.send(makeGenerationRequest({ fewShots, prompt: "Other.", slot: 3 }), never);
      const bodies = server.requests().map(({ body }) => body as SentBody);
      const [first, second] = bodies.map(({ system, output_config: { format } }) =>
        JSON.stringify([system, format]),
      );
      expect(first).toBe(second);
      expect(bodies[0]?.system.map(({ cache_control }) => cache_control)).toEqual([
        undefined,
        { type: "ephemeral" },
      ]);
      expect(bodies.map(({ output_config: { effort } }) => effort)).toEqual(["low", undefined]);
    },
  );

  describe.each(FAULTS)("with the fault %s", (fault) => {
    llmServerTest("says what it is and sends once", async ({ server }) => {
      server.configure({ script: [fault], retryAfterSeconds: 7 });
      const expected = OUTCOME_BY_FAULT[fault];
      const producer = createProducer(server, fault === "hang" ? IMPATIENT_MS : PATIENT_MS);
      const sent = producer.send(makeGenerationRequest(), never);
      if ("end" in expected) {
        const reply = await sent;
        expect(reply.end).toBe(expected.end);
        expect(readLlmReply(reply.text).ok).toBe(expected.isIr);
        expect(reply.usage?.outputTokens).toBeGreaterThan(0);
      } else {
        const { failure, isPaid, httpStatus, retryAfterMs, message, cause } =
          await catchError(sent);
        expect({ failure, isPaid, httpStatus }).toEqual(expected);
        expect(retryAfterMs).toBe(fault === "rate_limit" ? 7000 : null);
        expect(message + String(cause)).not.toContain(KEY);
      }
      expect(server.requests()).toHaveLength(1);
    });
  });

  llmServerTest("keeps the body of an answer that it cannot read", async ({ server }) => {
    server.configure({ script: ["malformed_body"] });
    const error = await catchError(createProducer(server).send(makeGenerationRequest(), never));
    expect(error.raw).toMatch(/^<html>/);
    expect(error.requestId).toBe(server.requests()[0]?.id);
  });

  llmServerTest("keeps the id of an answer that was cut off", async ({ server }) => {
    server.configure({ script: ["reset_mid_reply"] });
    const error = await catchError(createProducer(server).send(makeGenerationRequest(), never));
    expect(error.requestId).toBe(server.requests()[0]?.id);
  });

  llmServerTest("says why it was refused", async ({ server }) => {
    server.configure({ script: ["refusal"] });
    const reply = await createProducer(server).send(makeGenerationRequest(), never);
    expect(reply.refusal).toBe("general_harms: Refused on demand.");
  });

  llmServerTest("does not know a model that the provider does not know", async ({ server }) => {
    const request = makeGenerationRequest({ model: "claude-none" });
    const error = await catchError(createProducer(server).send(request, never));
    expect(error).toMatchObject({ failure: "unknown_model", isPaid: "no", httpStatus: 404 });
  });

  llmServerTest("is not paid when nobody is there", async ({ server }) => {
    const producer = createProducer(server);
    await server.stop();
    const error = await catchError(producer.send(makeGenerationRequest(), never));
    expect(error).toMatchObject({ failure: "unreachable", isPaid: "no", httpStatus: null });
  });

  llmServerTest("sends nothing after it was stopped", async ({ server }) => {
    const error = await catchError(
      createProducer(server).send(makeGenerationRequest(), AbortSignal.abort()),
    );
    expect(error).toMatchObject({ failure: "unreachable", isPaid: "no" });
    expect(server.requests()).toHaveLength(0);
  });

  llmServerTest("may be paid when it is stopped on the way", async ({ server }) => {
    server.configure({ script: ["hang"] });
    const stop = new AbortController();
    const sent = catchError(createProducer(server).send(makeGenerationRequest(), stop.signal));
    await expect.poll(() => server.requests().length, { timeout: PATIENT_MS }).toBe(1);
    stop.abort();
    expect(await sent).toMatchObject({ failure: "connection_lost", isPaid: "unknown" });
  });
});
