import { setImmediate } from "node:timers/promises";

/** Work of one turn: short enough that a request beside it does not notice. */
const TURN_MS = 20;

/** For long computations: `giveWay` lets the rest of the process work when a turn is over. */
export function createTurns(): { giveWay(): Promise<void> } {
  let startedAt = performance.now();
  return {
    async giveWay() {
      if (performance.now() - startedAt < TURN_MS) return;
      await setImmediate();
      startedAt = performance.now();
    },
  };
}
