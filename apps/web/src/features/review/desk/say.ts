import type { DeskState, GivenVerdict } from "./desk-state";

/** Has the desk say, for a moment, what became of a verdict. */
export function say(state: DeskState, what: "given" | "undone", verdict: GivenVerdict): DeskState {
  return { ...state, said: { what, verdict, number: (state.said?.number ?? 0) + 1 } };
}
