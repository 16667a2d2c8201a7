import type { GenerationRun, Prisma } from "@foundry/prisma/client";
import { publishEvent } from "../../events/publish-event.ts";
import type { JobContext } from "../../jobs/job-context.ts";
import { PROMPT_VERSION } from "../request/instructions.ts";
import { VARIATION_PROMPT_VERSION } from "../request/variation-instructions.ts";
import type { ClaimedItem } from "./drive.ts";
import { takeBackItems } from "./take-back-items.ts";

export interface OpenedRun {
  run: GenerationRun;
  /** What another attempt has left behind. */
  items: ClaimedItem[];
}

/**
 * Begins a driver's work: a waiting run is running from now on, and what was left behind is taken
 * over.
 * @returns null when the run is gone
 */
export async function openRun(
  tx: Prisma.TransactionClient,
  context: JobContext,
  runId: string,
): Promise<OpenedRun | null> {
  const found = await tx.generationRun.findUnique({
    where: { id: runId },
    select: { purpose: true, producer: true },
  });
  if (found === null) return null;
  const version = found.purpose === "irs" ? PROMPT_VERSION : VARIATION_PROMPT_VERSION;
  const promptVersion = found.producer === "blueprint" ? null : version;
  await tx.$executeRaw`
    UPDATE generation_run SET
      state = 'running',
      started_at = coalesce(started_at, now()),
      prompt_version = ${promptVersion}
    WHERE id = ${runId}::uuid AND state IN ('waiting', 'running')
      AND (state = 'waiting' OR started_at IS NULL OR prompt_version IS DISTINCT FROM ${promptVersion})`;
  const items = await takeBackItems(tx, context, runId);
  await publishEvent(tx, { topic: "generation-run", id: runId });
  return { run: await tx.generationRun.findUniqueOrThrow({ where: { id: runId } }), items };
}
