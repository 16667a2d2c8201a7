import type { Prisma } from "@foundry/prisma/client";
import { makeStorable } from "../../database/make-storable.ts";

/**
 * Ends a call whose answer was looked at; its money moved when the answer came.
 *
 * @param problem what is wrong with the answer, for people; null when nothing is
 * @returns false when somebody else has ended it, and then nothing changes
 */
export async function settleCall(
  tx: Prisma.TransactionClient,
  callId: string,
  outcome: "ok" | "invalid" | "refused" | "truncated",
  problem: string | null,
): Promise<boolean> {
  const { count } = await tx.llmCall.updateMany({
    where: { id: callId, state: "received" },
    data: {
      state: "settled",
      outcome,
      error: problem === null ? null : makeStorable(problem, 2_000),
      settledAt: new Date(),
    },
  });
  return count === 1;
}
