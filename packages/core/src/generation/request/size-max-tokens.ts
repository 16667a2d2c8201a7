import type { ProducerRequest } from "../producers/producer.ts";
import { estimateTokens } from "./estimate-tokens.ts";

/** A long IR has about 2,500 tokens. */
const IR_TOKENS = 4000;
/** A description of many rules has an IR that is so many times as long. */
const IR_PER_PROMPT_TOKEN = 12;
/** Thinking counts as output. */
const THINKING_TOKENS = { low: 2000, medium: 4000, high: 8000 } as const;
/** Beyond it the API wants answers to be streamed. */
const MOST = 20_000;

/**
 * How many tokens a reply may have: enough that a cut IR means a model that went astray, and not
 * more, because so much is held back from the budget for each call under way.
 *
 * @param modelMaxTokens what the model can write at most; null when that is not known
 */
export function sizeMaxTokens(call: {
  promptText: string;
  effort: ProducerRequest["effort"];
  modelMaxTokens: number | null;
}): number {
  const wanted =
    Math.max(IR_TOKENS, estimateTokens(call.promptText) * IR_PER_PROMPT_TOKEN) +
    THINKING_TOKENS[call.effort ?? "medium"];
  return Math.min(wanted, MOST, call.modelMaxTokens ?? MOST);
}
