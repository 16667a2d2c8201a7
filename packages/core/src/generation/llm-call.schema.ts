import { z } from "zod";

export const LLM_CALL_STATES = ["planned", "sending", "received", "settled", "in_doubt"] as const;
export const LLM_CALL_OUTCOMES = [
  "ok",
  "invalid",
  "refused",
  "truncated",
  "timeout",
  "connection_lost",
  "rate_limited",
  "overloaded",
  "failed",
  "cancelled",
] as const;

export const llmCallSchema = z.object({
  id: z.uuid(),
  purpose: z.string(),
  runId: z.uuid().nullable(),
  itemId: z.uuid().nullable(),
  promptId: z.int().nullable(),
  slot: z.int(),
  turn: z.int(),
  attempt: z.int(),
  provider: z.string(),
  model: z.string(),
  state: z.enum(LLM_CALL_STATES),
  outcome: z.enum(LLM_CALL_OUTCOMES).nullable(),
  requestId: z.string().nullable(),
  httpStatus: z.int().nullable(),
  stopReason: z.string().nullable(),
  error: z.string().nullable(),
  inputTokens: z.int().nullable(),
  cacheWriteTokens: z.int().nullable(),
  cacheReadTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  costUsd: z.number().nullable(),
  reservedUsd: z.number().nullable(),
  latencyMs: z.int().nullable(),
  isBatch: z.boolean(),
  createdAt: z.iso.datetime(),
});
export const llmCallDetailSchema = llmCallSchema.extend({ responseRaw: z.string().nullable() });
export const llmCallPageSchema = z.object({
  rows: z.array(llmCallSchema),
  nextCursor: z.uuid().nullable(),
});
export type LlmCall = z.infer<typeof llmCallSchema>;
export type LlmCallDetail = z.infer<typeof llmCallDetailSchema>;
export type LlmCallPage = z.infer<typeof llmCallPageSchema>;
