import type { Deed, DeskState } from "./desk-state";

/** Has the desk say, for a moment, what it did. */
export function say(state: DeskState, deed: Deed): DeskState {
  return { ...state, said: { deed, number: (state.said?.number ?? 0) + 1 } };
}
