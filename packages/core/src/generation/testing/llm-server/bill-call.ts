import { DEFAULT_MODELS } from "../../prices/default-models.ts";
import type { ServerUsage } from "./request-log.ts";

/**
 * What a call costs in billionths of a dollar. Computed with plain numbers on purpose, in another
 * way than the product does, so that the two can be held against each other.
 */
export function billCall(model: string, usage: ServerUsage, isBatch: boolean): number {
  const prompt = usage.inputTokens + usage.cacheWriteTokens + usage.cacheReadTokens;
  const levels = DEFAULT_MODELS.find(({ id }) => id === model)?.prices ?? [];
  const level = levels.find(({ upToPromptTokens: end }) => end === null || prompt <= end);
  if (level === undefined) return 0;
  const dollarsPerMillion =
    usage.inputTokens * level.input +
    usage.cacheWriteTokens * level.cacheWrite5m +
    usage.cacheReadTokens * level.cacheRead +
    usage.outputTokens * level.output;
  return Math.round(dollarsPerMillion * 1000 * (isBatch ? level.batchFactor : 1));
}
