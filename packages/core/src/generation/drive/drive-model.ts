import { openPace } from "../pace/open-pace.ts";
import { claimItems } from "./claim-items.ts";
import type { ClaimedItem, Drive, DriveParts } from "./drive.ts";
import { driveItem } from "./drive-item.ts";
import { drivePool } from "./drive-pool.ts";
import { driverShare } from "./driver-share.ts";
import { openModel } from "./open-model.ts";
import { stopRun } from "./stop-run.ts";

/** Drives a run that asks a language model, one request at a time for each item. */
export async function driveModel(
  parts: DriveParts,
  drive: Drive,
  items: readonly ClaimedItem[],
  endsAt: number,
): Promise<void> {
  const { context, run } = drive;
  if (drive.halt.aborted && items.length === 0) return;
  const opened = await openModel(parts.access, drive);
  if ("obstacle" in opened) {
    await drive.change((tx) => stopRun(tx, run.id, opened.obstacle, opened.message));
    drive.stop();
    return;
  }
  await openPace(context.db, opened.paceKey);
  await drivePool(drive, {
    capacity: driverShare(run.maxInFlight, drive.driver),
    endsAt,
    taken: items,
    claim: (count) => drive.change((tx) => claimItems(tx, context, run.id, count)),
    work: (item) => driveItem(opened, item),
  });
}
