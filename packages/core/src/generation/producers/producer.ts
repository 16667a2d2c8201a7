import type { JsonSchema } from "../../ir/ir-json-schema.ts";

/** What is asked of a language model, in terms that every producer can translate. */
export interface ProducerRequest {
  model: string;
  /** Null: what the model does by itself. */
  effort: "low" | "medium" | "high" | null;
  /** The part that is the same in all requests of a run, and so is worth caching: in its order. */
  system: readonly string[];
  /** Alternating, the first and the last one by the user. */
  turns: readonly { role: "user" | "assistant"; text: string }[];
  /** The reply must be one JSON document of this shape; the subset that structured outputs know. */
  schema: JsonSchema;
  /** Tokens of the reply at most. */
  maxTokens: number;
}

/** Tokens of one call, by what they cost. A kind that the provider does not know is 0. */
export interface TokenUsage {
  /** Neither written to nor read from a cache. */
  inputTokens: number;
  cacheWrite5mTokens: number;
  cacheWrite1hTokens: number;
  cacheReadTokens: number;
  outputTokens: number;
}

/** What the provider says about how much it lets through; null where it said nothing. */
export interface ProviderLimits {
  requestsPerMinute: number | null;
  inputTokensPerMinute: number | null;
  outputTokensPerMinute: number | null;
}

export type ReplyEnd = "complete" | "truncated" | "refused" | "other";

/** An answer, whatever it says. */
export interface ProducerReply {
  /** The whole answer as it came, for the ledger. */
  raw: string;
  text: string;
  end: ReplyEnd;
  /** In the provider's word. */
  stopReason: string | null;
  /** Why it was refused, where the provider says so. */
  refusal: string | null;
  usage: TokenUsage | null;
  requestId: string | null;
  limits: ProviderLimits;
  /** Billed as part of a batch. */
  isBatch: boolean;
  /** What the prices are multiplied with because of the place where the model ran. */
  priceFactor: number;
}

export interface Producer {
  /** Stands in the ledger and in the provenance of an IR: `anthropic`, or the name of an endpoint. */
  readonly provider: string;
  /**
   * Sends once, without any retry of its own.
   * @throws ProducerError for everything that is not an answer with a reply in it
   */
  send(request: ProducerRequest, signal: AbortSignal): Promise<ProducerReply>;
  /** Reads an answer that was stored: the same as `send` would have returned, limits aside. */
  readStored(raw: string): ProducerReply;
}
