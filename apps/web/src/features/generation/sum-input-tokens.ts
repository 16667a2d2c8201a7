import type { LlmCall } from "@foundry/core/generation/llm-call.schema";

/** All that was read for a call, from the cache or not; null while it is not answered. */
export function sumInputTokens(
  call: Pick<LlmCall, "inputTokens" | "cacheWriteTokens" | "cacheReadTokens">,
): number | null {
  if (call.inputTokens === null) return null;
  return call.inputTokens + (call.cacheWriteTokens ?? 0) + (call.cacheReadTokens ?? 0);
}
