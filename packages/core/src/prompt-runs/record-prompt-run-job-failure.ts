import type { Prisma } from "@foundry/prisma/client";
import { failPromptRun } from "./fail-prompt-run.ts";

/** What the job `generatePrompts` writes when it has failed for good, also by killing its worker. */
export async function recordPromptRunJobFailure(
  tx: Prisma.TransactionClient,
  { runId }: { runId: string },
  error: string,
): Promise<void> {
  await failPromptRun(
    tx,
    runId,
    `The run stopped before its end. The prompts counted here are stored; try again to get the rest. Cause: ${error}`,
  );
}
