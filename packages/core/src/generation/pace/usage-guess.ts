import type { TokenUsage } from "../producers/producer.ts";
import type { PaceTokens } from "./take-pace-slot.ts";

/** Weight of the newest call. */
const WEIGHT = 0.2;
const FIRST_OUTPUT_GUESS = 1_500;
const BYTES_PER_TOKEN = 4;

/** What the next request will use of a provider's limits, by what the ones before it used. */
export function createUsageGuess() {
  let input: number | null = null;
  let output = FIRST_OUTPUT_GUESS;

  return {
    guess: (requestBytes: number): PaceTokens => ({
      inputTokens: Math.round(input ?? requestBytes / BYTES_PER_TOKEN),
      outputTokens: Math.round(output),
    }),
    /** @returns how far the guess was off */
    learn(guessed: PaceTokens, usage: TokenUsage): PaceTokens {
      const used = usage.inputTokens + usage.cacheWrite5mTokens + usage.cacheWrite1hTokens;
      input = input === null ? used : input + WEIGHT * (used - input);
      output += WEIGHT * (usage.outputTokens - output);
      return {
        inputTokens: used - guessed.inputTokens,
        outputTokens: usage.outputTokens - guessed.outputTokens,
      };
    },
  };
}
