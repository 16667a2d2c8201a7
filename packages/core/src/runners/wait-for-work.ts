import type { Database } from "@foundry/prisma/client";
import type { EventHub } from "../events/listen-for-events.ts";
import { createBell } from "../loops/create-bell.ts";
import type { RunnerIdentity } from "./find-runner.ts";
import type { Work } from "./runner-protocol.schema.ts";
import { takeWork } from "./take-work.ts";

/** Also how long a task waits at most when its event was lost. */
const LOOK_EVERY_MS = 5_000;

/**
 * Takes the next task, and waits for one when there is none.
 * @param options.signal ends the wait; nothing is taken for a runner that has gone
 * @returns null when none came in time
 */
export async function waitForWork(
  db: Database,
  events: EventHub,
  runner: RunnerIdentity,
  { waitSeconds, signal }: { waitSeconds: number; signal: AbortSignal },
): Promise<Work | null> {
  const deadline = performance.now() + waitSeconds * 1_000;
  const bell = createBell();
  const stops = [
    events.subscribe(({ topic }) => topic === "runner-work" && bell.ring()),
    events.onReconnect(bell.ring),
  ];
  signal.addEventListener("abort", bell.ring, { once: true });
  try {
    for (;;) {
      if (signal.aborted) return null;
      const work = await takeWork(db, runner);
      const leftMs = deadline - performance.now();
      if (work !== null || leftMs <= 0) return work;
      await bell.wait(Math.min(leftMs, LOOK_EVERY_MS));
    }
  } finally {
    for (const stop of stops) stop();
    signal.removeEventListener("abort", bell.ring);
  }
}
