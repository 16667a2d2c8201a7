import type { Database, Prisma } from "@foundry/prisma/client";

/** A row of the ledger: one request of an item that was answered and paid for, but for `changes`. */
export async function makeCall(
  db: Database,
  { runId, itemId }: { runId: string; itemId: string },
  changes: Partial<Prisma.LlmCallUncheckedCreateInput> = {},
): Promise<string> {
  const { id } = await db.llmCall.create({
    data: {
      purpose: "generate",
      runId,
      itemId,
      provider: "anthropic",
      model: "claude-sonnet-5-5",
      requestSha256: "0".repeat(64),
      state: "settled",
      outcome: "ok",
      responseRaw: "{}",
      inputTokens: 100,
      cacheWrite5mTokens: 0,
      cacheWrite1hTokens: 0,
      cacheReadTokens: 1_000,
      outputTokens: 500,
      costNanoUsd: 1n,
      sentAt: new Date(),
      ...changes,
    },
    select: { id: true },
  });
  return id;
}
