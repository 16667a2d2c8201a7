import { setImmediate } from "node:timers/promises";
import type { ClaimedItem, Drive } from "./drive.ts";
import { claimItems } from "./claim-items.ts";
import { writeBlueprintItems } from "./write-blueprint-items.ts";

/** Few enough that a paused run stops at once. */
const BATCH_SIZE = 50;

/** Drives a run of blueprints: the catalogue's own IRs, without any call. */
export async function driveBlueprints(
  drive: Drive,
  items: readonly ClaimedItem[],
  endsAt: number,
): Promise<void> {
  let batch = [...items];
  while (!drive.halt.aborted) {
    if (batch.length === 0 && performance.now() < endsAt) {
      batch = await drive.change((tx) => claimItems(tx, drive.context, drive.run.id, BATCH_SIZE));
    }
    if (batch.length === 0) return;
    await writeBlueprintItems(drive, batch.slice(0, BATCH_SIZE));
    batch = batch.slice(BATCH_SIZE);
    // Reading and checking IRs is work; whatever else the process does has its turn here.
    await setImmediate();
  }
}
