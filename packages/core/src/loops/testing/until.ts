import { pause } from "../pause.ts";

/** Asks every 20 ms until the answer is yes; fails after `withinMs`. */
export async function until(condition: () => Promise<boolean> | boolean, withinMs = 45_000) {
  const never = new AbortController().signal;
  for (const deadline = performance.now() + withinMs; performance.now() < deadline;) {
    if (await condition()) return;
    await pause(20, never);
  }
  throw new Error(`still not so after ${withinMs} ms: ${condition.toString()}`);
}
