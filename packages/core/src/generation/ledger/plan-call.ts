import type { Prisma } from "@foundry/prisma/client";
import { makeUuidV7 } from "../../imports/make-uuid-v7.ts";
import { reserveBudget } from "../budget/reserve-budget.ts";

/** Which request of which item. */
export interface CallPlace {
  runId: string;
  itemId: string;
  round: number;
  slot: number;
  turn: number;
  attempt: number;
}

export interface PlannedCall extends CallPlace {
  purpose: "generate" | "repair" | "vary";
  provider: string;
  model: string;
  requestSha256: string;
  /** The most that it can cost, in billionths of a dollar; null: the price is not known. */
  reservedNanoUsd: bigint | null;
}

/**
 * Writes a call down before it is made and holds its money back; both or neither.
 *
 * @returns id of the row
 * @throws BudgetRefusedError when the money is refused; the transaction must not be committed then
 */
export async function planCall(tx: Prisma.TransactionClient, call: PlannedCall): Promise<string> {
  await reserveBudget(tx, call.runId, call.reservedNanoUsd);
  const id = makeUuidV7();
  await tx.llmCall.create({ data: { id, ...call } });
  return id;
}
