import type { Prisma } from "@foundry/prisma/client";
import { failScoring } from "./fail-scoring.ts";

const MAX_CAUSE_LENGTH = 1_000;

/** What the job `scoreEvaluation` writes when it has failed for good, also by killing its worker. */
export async function recordScoringFailure(
  tx: Prisma.TransactionClient,
  { evaluationId }: { evaluationId: string },
  error: string,
): Promise<void> {
  await failScoring(tx, evaluationId, {
    code: "scoring",
    message: `The answers came but could not be scored. Cause: ${error.slice(0, MAX_CAUSE_LENGTH)}`,
  });
}
