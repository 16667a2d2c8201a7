import { z } from "zod";
import { ProducerError } from "./producer-error.ts";
import type { ProducerReply, ReplyEnd } from "./producer.ts";

const tokens = z.int().min(0);

const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z
    .object({
      prompt_tokens: tokens,
      completion_tokens: tokens,
      prompt_tokens_details: z.object({ cached_tokens: tokens.nullish() }).nullish(),
    })
    .nullish(),
});
type Completion = z.output<typeof completionSchema>;

const END_BY_REASON: Record<string, ReplyEnd> = {
  stop: "complete",
  length: "truncated",
  content_filter: "refused",
};

/**
 * Reads an answer of a chat completions API as it came or as it was stored.
 *
 * @throws ProducerError `unreadable_reply` when it is something else; it may have been paid
 */
export function readChatCompletion(raw: string): ProducerReply {
  const { choices, usage } = parseCompletion(raw);
  const [choice] = choices;
  const refusal = choice?.message.refusal ?? null;
  const stopReason = choice?.finish_reason ?? null;
  return {
    raw,
    text: choice?.message.content ?? "",
    end: refusal === null ? (END_BY_REASON[stopReason ?? ""] ?? "other") : "refused",
    stopReason,
    refusal,
    usage: usage == null ? null : readUsage(usage),
    requestId: null,
    limits: { requestsPerMinute: null, inputTokensPerMinute: null, outputTokensPerMinute: null },
    isBatch: false,
    priceFactor: 1,
  };
}

function parseCompletion(raw: string): Completion {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (error) {
    throw unreadable(raw, "The answer is not JSON.", error);
  }
  const parsed = completionSchema.safeParse(value);
  if (!parsed.success) throw unreadable(raw, "The answer is not a completion.", parsed.error);
  return parsed.data;
}

function unreadable(raw: string, what: string, cause: unknown): ProducerError {
  const message = `${what} It is kept in the ledger; the provider may bill it.`;
  return new ProducerError("unreadable_reply", message, { isPaid: "unknown", raw, cause });
}

function readUsage(usage: NonNullable<Completion["usage"]>): ProducerReply["usage"] {
  const cached = Math.min(usage.prompt_tokens_details?.cached_tokens ?? 0, usage.prompt_tokens);
  return {
    inputTokens: usage.prompt_tokens - cached,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
    cacheReadTokens: cached,
    outputTokens: usage.completion_tokens,
  };
}
