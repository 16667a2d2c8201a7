import type { LlmCallOutcome, LlmCallState } from "@foundry/prisma/client";

/** What the ledger says about one call of an item, as far as the next step depends on it. */
export interface StepCall {
  id: string;
  slot: number;
  turn: number;
  attempt: number;
  state: LlmCallState;
  outcome: LlmCallOutcome | null;
}

/** A reply that reads as an IR. */
export interface StepCandidate {
  slot: number;
  turn: number;
  errorCount: number;
}

export interface StepRules {
  candidatesPerPrompt: number;
  repairTurns: number;
  onDoubt: "retry" | "hold";
}

export interface SendStep {
  kind: "send";
  slot: number;
  turn: number;
  attempt: number;
  /** A row that is written already. */
  plannedId: string | null;
  /** How often this very request failed for want of the provider's strength or of a connection. */
  failCount: number;
  /** How often of these there was no connection at all. */
  unreachableCount: number;
}

export type Step =
  /** An answer that nobody has looked at. */
  | { kind: "settle"; callId: string }
  /** Left behind by a worker that is gone. */
  | { kind: "doubt"; callId: string }
  | SendStep
  /** Nothing more is to be asked. */
  | { kind: "close" };

const MAX_BUSY = 5;
const MAX_DOUBT = 3;

/**
 * What is to be done next for an item, by its calls of this round alone. So a worker that takes an
 * item over goes on exactly where the ledger stands, and nothing that was answered is asked again.
 */
export function planStep(
  calls: readonly StepCall[],
  candidates: readonly StepCandidate[],
  rules: StepRules,
): Step {
  const received = calls.find(({ state }) => state === "received");
  if (received) return { kind: "settle", callId: received.id };
  const abandoned = calls.find(({ state }) => state === "sending");
  if (abandoned) return { kind: "doubt", callId: abandoned.id };
  const [first] = planSends(calls, candidates, rules);
  return first ?? { kind: "close" };
}

/** The requests that could go out now, one for each candidate that is not over. */
export function planSends(
  calls: readonly StepCall[],
  candidates: readonly StepCandidate[],
  rules: StepRules,
): SendStep[] {
  return Array.from({ length: rules.candidatesPerPrompt }, (_, slot) => {
    const ofSlot = calls.filter((call) => call.slot === slot);
    return planSlot(slot, ofSlot, candidates, rules);
  }).filter((step) => step !== null);
}

/** @returns null when nothing more is to be asked for this candidate */
function planSlot(
  slot: number,
  calls: readonly StepCall[],
  candidates: readonly StepCandidate[],
  rules: StepRules,
): SendStep | null {
  const turn = Math.max(0, ...calls.map((call) => call.turn));
  const ofTurn = calls
    .filter((call) => call.turn === turn)
    .toSorted((one, other) => one.attempt - other.attempt);
  const last = ofTurn.at(-1);
  const count = (fits: (call: StepCall) => boolean) => ofTurn.filter(fits).length;
  const doubtCount = count(({ state }) => state === "in_doubt");
  const busyCount = count((call) => isSettled(call, "overloaded"));
  const unreachableCount = count((call) => isSettled(call, "connection_lost"));
  const failCount = doubtCount + busyCount + unreachableCount;
  const fresh = { failCount: 0, unreachableCount: 0, plannedId: null, attempt: 1 };
  const first: SendStep = { kind: "send", slot, turn, ...fresh };
  if (last === undefined) return first;
  const again = { ...first, attempt: last.attempt + 1, failCount, unreachableCount };
  const repair = { ...first, turn: turn + 1 };
  if (last.state === "planned") return { ...again, attempt: last.attempt, plannedId: last.id };
  if (last.state === "in_doubt") {
    return rules.onDoubt === "hold" || doubtCount >= MAX_DOUBT ? null : again;
  }
  switch (last.outcome) {
    case "ok": {
      const reply = candidates.find((one) => one.slot === slot && one.turn === turn);
      const isClean = reply?.errorCount === 0;
      return isClean || turn >= rules.repairTurns ? null : repair;
    }
    case "invalid":
      return turn >= rules.repairTurns ? null : repair;
    case "overloaded":
      return busyCount >= MAX_BUSY ? null : again;
    case "refused":
    case "truncated":
      return null;
    default:
      // Not let through, not connected, called off, or stopped with the whole run: asked again.
      return again;
  }
}

function isSettled(call: StepCall, outcome: LlmCallOutcome): boolean {
  return call.state === "settled" && call.outcome === outcome;
}
