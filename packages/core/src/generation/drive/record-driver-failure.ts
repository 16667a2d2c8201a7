import type { Prisma } from "@foundry/prisma/client";
import { stopRun } from "./stop-run.ts";

/** What the job `generateIrs` writes when it has failed for good, also by killing its worker. */
export async function recordGenerationJobFailure(
  tx: Prisma.TransactionClient,
  { runId }: { runId: string },
  error: string,
): Promise<void> {
  await stopRun(
    tx,
    runId,
    "internal",
    `The run was stopped by a fault in the studio. What it has made is stored; go on with it to get the rest. Cause: ${error}`,
  );
}
