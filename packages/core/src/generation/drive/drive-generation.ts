import { setMaxListeners } from "node:events";
import type { GenerationRun } from "@foundry/prisma/client";
import type { JobContext } from "../../jobs/job-context.ts";
import { LeaseLostError } from "../../jobs/lease-lost-error.ts";
import { pause } from "../../loops/pause.ts";
import { repeatEvery } from "../../loops/repeat-every.ts";
import { driveBatches } from "./batch/drive-batches.ts";
import { createChanges } from "./create-changes.ts";
import type { ClaimedItem, Drive, DriveParts } from "./drive.ts";
import { driveBlueprints } from "./drive-blueprints.ts";
import { driveModel } from "./drive-model.ts";
import { endDrive } from "./end-drive.ts";
import { openRun } from "./open-run.ts";

/** How soon a driver notices that its run stands still. */
const WATCH_MS = 400;
/** A job that ends now and then has all its attempts again for the next crash. */
const DRIVE_MS = 5 * 60_000;
const AGAIN_AFTER_MS = 100;

/**
 * The work of the job `generateIrs`: drives a share of a run until nothing is left of it, the run
 * stands still, or some minutes are over; then the next job goes on. Whatever kills it, the ledger
 * says where to go on.
 */
export async function driveGeneration(
  parts: DriveParts,
  context: JobContext,
  { runId, driver }: { runId: string; driver: number },
): Promise<void> {
  const change = createChanges(context);
  const endsAt = performance.now() + DRIVE_MS;
  for (;;) {
    const opened = await change((tx) => openRun(tx, context, runId));
    if (opened === null) return;
    await driveOnce(parts, { context, change, driver, endsAt }, opened.run, opened.items);
    // Its items are taken back by the next attempt.
    context.signal.throwIfAborted();
    const mustHandOn = context.stopping.aborted || performance.now() > endsAt;
    const next = await change((tx) => endDrive(tx, context, { runId, driver, mustHandOn }));
    if (next === "over") return;
    await pause(AGAIN_AFTER_MS, context.signal);
  }
}

async function driveOnce(
  parts: DriveParts,
  job: Pick<Drive, "context" | "change" | "driver"> & { endsAt: number },
  run: GenerationRun,
  items: ClaimedItem[],
): Promise<void> {
  const { context } = job;
  const standing = new AbortController();
  const cutting = new AbortController();
  const halt = AbortSignal.any([standing.signal, context.stopping, context.signal]);
  // Each item under way waits on them.
  setMaxListeners(0, halt, cutting.signal);
  const drive: Drive = {
    ...job,
    run,
    sandbox: parts.sandbox,
    halt,
    cut: cutting.signal,
    stop: () => standing.abort(),
  };
  const cut = () => {
    // A lost lease is no reason to throw an answer away that is on its way and paid for.
    if (!(context.signal.reason instanceof LeaseLostError)) cutting.abort(context.signal.reason);
  };
  context.signal.addEventListener("abort", cut);
  if (run.state !== "running") drive.stop();
  const watching = watchRun(drive);
  try {
    if (run.producer === "blueprint") await driveBlueprints(drive, items, job.endsAt);
    else if (run.mode === "batch") await driveBatches(parts, drive, items);
    else await driveModel(parts, drive, items, job.endsAt);
  } finally {
    drive.stop();
    context.signal.removeEventListener("abort", cut);
    await watching;
  }
}

/** Lets the driver begin nothing more as soon as its run is paused, cancelled or gone. */
function watchRun(drive: Drive): Promise<void> {
  const { context, run, halt } = drive;
  return repeatEvery(
    WATCH_MS,
    halt,
    async () => {
      const where = { id: run.id };
      const now = await context.db.generationRun.findUnique({ where, select: { state: true } });
      if (now?.state !== "running") drive.stop();
    },
    (error) => context.logger.warn({ err: error, runId: run.id }, "could not look at the run"),
  );
}
