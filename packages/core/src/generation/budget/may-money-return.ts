import type { Database } from "@foundry/prisma/client";

/**
 * Whether calls are under way that hold money back, so that some of it may soon be free again. Money
 * of calls in doubt is not: only a person can say what became of those.
 *
 * @param runId calls of this run; null: of any
 */
export async function mayMoneyReturn(db: Database, runId: string | null): Promise<boolean> {
  const underWay = await db.llmCall.findFirst({
    where: {
      ...(runId !== null && { runId }),
      state: { in: ["planned", "sending"] },
      reservedNanoUsd: { gt: 0 },
    },
    select: { id: true },
  });
  return underWay !== null;
}
