import type { LlmCall } from "@foundry/core/generation/llm-call.schema";
import type { BadgeTone } from "../../components/state/badge";

type Outcome = NonNullable<LlmCall["outcome"]>;

export const STATE_WORDS: Record<LlmCall["state"], string> = {
  planned: "Not sent yet",
  sending: "Sent, no answer yet",
  received: "Answered, not read yet",
  settled: "Settled",
  in_doubt: "In doubt",
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  ok: "Fine",
  invalid: "Not an IR",
  refused: "Refused",
  truncated: "Cut off",
  timeout: "No answer in time",
  connection_lost: "Connection broke",
  rate_limited: "Asked to wait",
  overloaded: "Overloaded",
  failed: "Failed",
  cancelled: "Not sent",
};

/** What became of a call, in a word, and how grave that is. */
export function describeCall({ state, outcome }: Pick<LlmCall, "state" | "outcome">): {
  word: string;
  tone: BadgeTone;
} {
  if (state === "in_doubt") return { word: STATE_WORDS.in_doubt, tone: "warning" };
  if (outcome === null) return { word: STATE_WORDS[state], tone: "pending" };
  return { word: OUTCOME_WORDS[outcome], tone: toneOf(outcome) };
}

function toneOf(outcome: Outcome): BadgeTone {
  if (outcome === "ok") return "accepted";
  if (outcome === "rate_limited" || outcome === "overloaded" || outcome === "cancelled")
    return "skipped";
  return "rejected";
}

/** Which request of its prompt a call was: "Candidate 2, repair 1, attempt 3". */
export function nameCall({ purpose, slot, turn, attempt }: LlmCall): string {
  const parts = [
    purpose === "vary" ? "Variations" : purpose === "test" ? "Test" : `Candidate ${slot + 1}`,
  ];
  if (turn > 0) parts.push(`repair ${turn}`);
  if (attempt > 1) parts.push(`attempt ${attempt}`);
  return parts.join(", ");
}
