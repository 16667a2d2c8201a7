import type { DeskState } from "./desk-state";
import type { Opening } from "./open-sample";

/** A sample that was opened is there to be reviewed, under the next number. */
export function putOnDesk(state: DeskState, opening: Opening): DeskState {
  return {
    ...state,
    openingCount: opening.sample.opening,
    phase: { kind: "reviewing", ...opening, problem: null },
  };
}
