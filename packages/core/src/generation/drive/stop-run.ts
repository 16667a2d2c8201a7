import type { Prisma } from "@foundry/prisma/client";
import { makeStorable } from "../../database/make-storable.ts";
import { publishEvent } from "../../events/publish-event.ts";
import type { StopReason } from "../generation.schema.ts";

/**
 * Lets a run stand still until a person goes on with it. A run that stands still already keeps its
 * reason.
 *
 * @param message what happened, what was kept and what to do, for people
 */
export async function stopRun(
  tx: Prisma.TransactionClient,
  runId: string,
  reason: StopReason,
  message: string,
): Promise<void> {
  const { count } = await tx.generationRun.updateMany({
    where: { id: runId, state: { in: ["waiting", "running"] } },
    data: { state: "paused", stopReason: reason, error: makeStorable(message, 2_000) },
  });
  if (count > 0) await publishEvent(tx, { topic: "generation-run", id: runId });
}
