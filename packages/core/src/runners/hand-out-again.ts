import type { Prisma } from "@foundry/prisma/client";
import { publishEvent } from "../events/publish-event.ts";
import { endTask } from "./end-task.ts";
import type { TaskError } from "./runner-protocol.schema.ts";

/** A task that is lost so often, without a new checkpoint in between, is given up. */
const MAX_LOST = 3;

/**
 * Puts a running task that this transaction has locked back to waiting, so that a runner goes on
 * with it from its newest checkpoint. Whoever had it is shut out: only what runs takes events and
 * files. A task that was lost too often fails.
 *
 * @param options.isLost false when its runner gave it back in good order
 */
export async function handOutAgain(
  tx: Prisma.TransactionClient,
  { id, lostCount }: { id: string; lostCount: number },
  { isLost }: { isLost: boolean },
): Promise<void> {
  if (isLost && lostCount + 1 >= MAX_LOST) {
    return endTask(tx, id, { state: "failed", error: RUNNER_LOST, actorId: null });
  }
  await tx.runnerTask.update({
    where: { id },
    data: {
      state: "waiting",
      leaseExpiresAt: null,
      phase: null,
      progress: null,
      lostCount: lostCount + (isLost ? 1 : 0),
    },
  });
  await publishEvent(tx, { topic: "runner-task", id });
  await publishEvent(tx, { topic: "runner-work", id: "all" });
}

const RUNNER_LOST: TaskError = {
  code: "runner_lost",
  message: `The runner went silent ${MAX_LOST} times without getting any further.`,
  hint: "Look whether its machine still runs, and whether its memory or disk was full. Then resume: the run goes on from its newest checkpoint.",
};
