import type { Prisma } from "@foundry/prisma/client";
import { type LlmCall, llmCallSchema } from "../llm-call.schema.ts";
import { toUsd } from "../spend/to-usd.ts";

/** What a query must load for `presentLlmCall`: all but the answer, which may be long. */
export const LLM_CALL_SELECT = {
  id: true,
  purpose: true,
  runId: true,
  itemId: true,
  item: { select: { promptId: true } },
  slot: true,
  turn: true,
  attempt: true,
  provider: true,
  model: true,
  state: true,
  outcome: true,
  requestId: true,
  httpStatus: true,
  stopReason: true,
  error: true,
  inputTokens: true,
  cacheWrite5mTokens: true,
  cacheWrite1hTokens: true,
  cacheReadTokens: true,
  outputTokens: true,
  costNanoUsd: true,
  reservedNanoUsd: true,
  latencyMs: true,
  batchId: true,
  createdAt: true,
} as const;

/** A row of the ledger as people see it; money in dollars. */
export function presentLlmCall({
  item,
  batchId,
  costNanoUsd,
  reservedNanoUsd,
  cacheWrite5mTokens,
  cacheWrite1hTokens,
  createdAt,
  ...call
}: Prisma.LlmCallGetPayload<{ select: typeof LLM_CALL_SELECT }>): LlmCall {
  const isWriteKnown = cacheWrite5mTokens !== null || cacheWrite1hTokens !== null;
  return llmCallSchema.parse({
    ...call,
    promptId: item?.promptId ?? null,
    cacheWriteTokens: isWriteKnown ? (cacheWrite5mTokens ?? 0) + (cacheWrite1hTokens ?? 0) : null,
    costUsd: costNanoUsd === null ? null : toUsd(costNanoUsd),
    reservedUsd: reservedNanoUsd === null ? null : toUsd(reservedNanoUsd),
    isBatch: batchId !== null,
    createdAt: createdAt.toISOString(),
  });
}
