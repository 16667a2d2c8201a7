import { pause } from "../../loops/pause.ts";
import type { ClaimedItem, Drive } from "./drive.ts";

const LOOK_AGAIN_MS = 1_000;

/**
 * Works on items, so many at once, and takes new ones until there is none, nothing new is to begin or
 * the time is over. One that throws ends the others at their next safe point.
 *
 * @param taken items that this driver has already
 * @param claim takes up to so many more
 * @throws the first error of an item, when all have ended
 */
export async function drivePool(
  drive: Pick<Drive, "halt" | "stop">,
  options: {
    capacity: number;
    endsAt: number;
    taken: readonly ClaimedItem[];
    claim: (count: number) => Promise<ClaimedItem[]>;
    work: (item: ClaimedItem) => Promise<void>;
  },
): Promise<void> {
  const queue = [...options.taken];
  const active = new Set<Promise<void>>();
  const errors: unknown[] = [];
  const begin = (item: ClaimedItem) => {
    const working = options
      .work(item)
      .catch((error: unknown) => {
        errors.push(error);
        drive.stop();
      })
      .finally(() => active.delete(working));
    active.add(working);
  };

  // Taken items are looked at in any case: they may have answers that nobody has read.
  while (queue.length > 0 || !drive.halt.aborted) {
    const free = options.capacity - active.size - queue.length;
    const mayClaim = free > 0 && !drive.halt.aborted && performance.now() < options.endsAt;
    if (mayClaim) queue.push(...(await options.claim(free)));
    for (const item of queue.splice(0, options.capacity - active.size)) begin(item);
    if (active.size === 0) break;
    const waits = drive.halt.aborted ? [] : [pause(LOOK_AGAIN_MS, drive.halt)];
    await Promise.race([...active, ...waits]);
  }
  await Promise.all(active);
  if (errors.length > 0) throw errors[0];
}
