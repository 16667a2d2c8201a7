import type { LeasedSample } from "@foundry/core/reviews/review.schema";
import type { DeskEvent, DeskPhase, DeskState, Problem } from "./desk-state";
import { openSample } from "./open-sample";
import { putOnDesk } from "./put-on-desk";
import { say } from "./say";
import { withoutVerdict } from "./without-verdict";

type UndoEvent = Extract<DeskEvent, { type: "undo_asked" | "undone" | "undo_refused" }>;

/** Taking verdicts back, the last one first. */
export function reduceUndo(state: DeskState, event: UndoEvent): DeskState {
  switch (event.type) {
    case "undo_asked":
      return startUndo(state);
    case "undone":
      return finishUndo(state, event.leased);
    case "undo_refused":
      return refuseUndo(state, event.problem);
    default:
      return event satisfies never;
  }
}

function withPhase(state: DeskState, phase: DeskPhase): DeskState {
  return { ...state, phase };
}

function startUndo(state: DeskState): DeskState {
  const { phase } = state;
  const last = state.given.at(-1);
  if (last === undefined) return state;
  if (phase.kind === "reviewing") {
    return withPhase(state, {
      kind: "undoing",
      given: last,
      sample: phase.sample,
      work: phase.work,
    });
  }
  if (phase.kind !== "finished" && phase.kind !== "refused") return state;
  return withPhase(state, { kind: "undoing", given: last, sample: null, work: null });
}

function finishUndo(state: DeskState, leased: LeasedSample): DeskState {
  const { phase, summary } = state;
  if (phase.kind !== "undoing") return state;
  const told = {
    ...say(state, { what: "undone", verdict: phase.given }),
    given: state.given.slice(0, -1),
    summary: summary && withoutVerdict(summary, phase.given.verdict),
  };
  const opening = openSample(leased, null, state.openingCount + 1);
  return putOnDesk(told, { ...opening, notice: null });
}

/** A verdict that cannot be taken back any more is no longer offered. */
function refuseUndo(state: DeskState, problem: Problem): DeskState {
  const { phase } = state;
  if (phase.kind !== "undoing") return state;
  const { sample, work } = phase;
  const rest = { ...state, given: state.given.slice(0, -1) };
  if (sample === null || work === null) return withPhase(rest, { kind: "finished", problem });
  return withPhase(rest, { kind: "reviewing", sample, work, notice: null, problem });
}
