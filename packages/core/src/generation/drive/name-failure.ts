import type { ItemFailure } from "../generation.schema.ts";
import type { StepCall } from "./plan-step.ts";

export interface NamedFailure {
  failure: ItemFailure;
  message: string;
}

/**
 * Why an item without a usable reply has none, by the last call of its last candidate.
 * @param calls of this round, with the words that the ledger has for their ends
 */
export function nameFailure(calls: readonly (StepCall & { error: string | null })[]): NamedFailure {
  const last = calls
    .toSorted(
      (one, other) => one.slot - other.slot || one.turn - other.turn || one.attempt - other.attempt,
    )
    .at(-1);
  const detail = last?.error ? ` ${last.error}` : "";
  const say = (failure: ItemFailure, message: string) => ({
    failure,
    message: `${message}${detail}`,
  });
  if (last?.state === "in_doubt") {
    if (last.outcome === "timeout") return say("timeout", "The provider did not answer in time.");
    if (last.outcome === "connection_lost") {
      return say("connection", "The connection broke before the answer was complete.");
    }
    return say("in_doubt", "Nobody knows whether the request was answered and paid for.");
  }
  switch (last?.outcome) {
    case "refused":
      return say("refused", "The model refused to answer.");
    case "truncated":
      return say("truncated", "The reply was cut off at its limit of tokens.");
    case "overloaded":
      return say("overloaded", "The provider was too busy, five times in a row.");
    case "invalid":
    case "ok":
      return say("invalid", "The reply cannot be used.");
    default:
      return say("internal", "The prompt could not be worked on.");
  }
}
