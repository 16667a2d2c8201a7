import { z } from "zod";
import { ProducerError } from "./producer-error.ts";
import type { ProducerReply, ReplyEnd, TokenUsage } from "./producer.ts";

const tokens = z.int().min(0).nullish();

const usageSchema = z.object({
  input_tokens: z.int().min(0),
  output_tokens: z.int().min(0),
  cache_creation_input_tokens: tokens,
  cache_read_input_tokens: tokens,
  cache_creation: z
    .object({ ephemeral_5m_input_tokens: tokens, ephemeral_1h_input_tokens: tokens })
    .nullish(),
  service_tier: z.string().nullish(),
  inference_geo: z.string().nullish(),
});

const messageSchema = z.object({
  type: z.literal("message"),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
  stop_reason: z.string().nullable(),
  stop_details: z
    .object({ category: z.string().nullish(), explanation: z.string().nullish() })
    .nullish(),
  usage: usageSchema.nullish(),
});
type Message = z.output<typeof messageSchema>;
type Usage = z.output<typeof usageSchema>;

/** A model that runs where data must stay costs so much more. */
const FACTOR_BY_PLACE: Record<string, number> = { us: 1.1 };

const END_BY_STOP_REASON: Record<string, ReplyEnd> = {
  end_turn: "complete",
  stop_sequence: "complete",
  max_tokens: "truncated",
  model_context_window_exceeded: "truncated",
  refusal: "refused",
};

/**
 * Reads an answer of the Messages API as it came or as it was stored.
 *
 * @throws ProducerError `unreadable_reply` when it is not a message; it may have been paid
 */
export function readAnthropicMessage(raw: string): ProducerReply {
  const message = parseMessage(raw);
  const stopReason = message.stop_reason;
  return {
    raw,
    text: message.content.map(({ type, text }) => (type === "text" ? (text ?? "") : "")).join(""),
    end: stopReason === null ? "other" : (END_BY_STOP_REASON[stopReason] ?? "other"),
    stopReason,
    refusal: describeRefusal(message),
    usage: message.usage == null ? null : readUsage(message.usage),
    requestId: null,
    limits: { requestsPerMinute: null, inputTokensPerMinute: null, outputTokensPerMinute: null },
    isBatch: message.usage?.service_tier === "batch",
    priceFactor: FACTOR_BY_PLACE[message.usage?.inference_geo ?? ""] ?? 1,
  };
}

function parseMessage(raw: string): Message {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (error) {
    throw unreadable(raw, "The answer is not JSON.", error);
  }
  const parsed = messageSchema.safeParse(value);
  if (!parsed.success) throw unreadable(raw, "The answer is not a message.", parsed.error);
  return parsed.data;
}

function unreadable(raw: string, what: string, cause: unknown): ProducerError {
  const message = `${what} It is kept in the ledger; the provider may bill it.`;
  return new ProducerError("unreadable_reply", message, { isPaid: "unknown", raw, cause });
}

/** Writes without a lifetime count as those of five minutes, which is the default. */
function readUsage(usage: Usage): TokenUsage {
  const cacheWrite1hTokens = usage.cache_creation?.ephemeral_1h_input_tokens ?? 0;
  const written = usage.cache_creation_input_tokens ?? 0;
  return {
    inputTokens: usage.input_tokens,
    cacheWrite5mTokens:
      usage.cache_creation?.ephemeral_5m_input_tokens ?? Math.max(0, written - cacheWrite1hTokens),
    cacheWrite1hTokens,
    cacheReadTokens: usage.cache_read_input_tokens ?? 0,
    outputTokens: usage.output_tokens,
  };
}

function describeRefusal({ stop_reason, stop_details }: Message): string | null {
  if (stop_reason !== "refusal") return null;
  const parts = [stop_details?.category, stop_details?.explanation];
  return parts.filter((part) => part != null && part !== "").join(": ") || null;
}
