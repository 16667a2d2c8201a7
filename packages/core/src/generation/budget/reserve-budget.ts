import type { Prisma } from "@foundry/prisma/client";

/** Why no money is held back: a limit would be passed, a price is missing, the run stands still. */
export type BudgetRefusal = "budget" | "studio_limit" | "price_unknown" | "closed";

/** Thrown to undo the caller's transaction, in which nothing may stay of a call that is not made. */
export class BudgetRefusedError extends Error {
  override readonly name = "BudgetRefusedError";
  readonly refusal: BudgetRefusal;

  constructor(refusal: BudgetRefusal) {
    super(`no money could be held back: ${refusal}`);
    this.refusal = refusal;
  }
}

/**
 * Holds money back for one call, on the run and on the studio's own limit, both or neither. What is
 * spent and held together never passes a limit, however many do this at once.
 *
 * @param nanoUsd the most that the call can cost, in billionths of a dollar; null: not known, which
 *   only does where nothing is limited
 * @throws BudgetRefusedError when it is refused
 */
export async function reserveBudget(
  tx: Prisma.TransactionClient,
  runId: string,
  nanoUsd: bigint | null,
): Promise<void> {
  const held = nanoUsd ?? 0n;
  const onRun = await tx.$executeRaw`
    UPDATE generation_run SET reserved_nano_usd = reserved_nano_usd + ${held}
    WHERE id = ${runId}::uuid AND state = 'running' AND (
      budget_nano_usd IS NULL
      OR (${nanoUsd !== null} AND spent_nano_usd + reserved_nano_usd + ${held} <= budget_nano_usd)
    )`;
  if (onRun === 0) throw new BudgetRefusedError(await explainRefusal(tx, runId, nanoUsd));
  await tx.$executeRaw`INSERT INTO spend_limit (id) VALUES (1) ON CONFLICT DO NOTHING`;
  const onStudio = await tx.$executeRaw`
    UPDATE spend_limit SET reserved_nano_usd = reserved_nano_usd + ${held}
    WHERE id = 1 AND (
      limit_nano_usd IS NULL
      OR (${nanoUsd !== null} AND spent_nano_usd + reserved_nano_usd + ${held} <= limit_nano_usd)
    )`;
  if (onStudio === 0) {
    throw new BudgetRefusedError(nanoUsd === null ? "price_unknown" : "studio_limit");
  }
}

async function explainRefusal(
  tx: Prisma.TransactionClient,
  runId: string,
  nanoUsd: bigint | null,
): Promise<BudgetRefusal> {
  const run = await tx.generationRun.findUnique({ where: { id: runId }, select: { state: true } });
  if (run?.state !== "running") return "closed";
  return nanoUsd === null ? "price_unknown" : "budget";
}
