import { pause } from "../../loops/pause.ts";
import { mayMoneyReturn } from "../budget/may-money-return.ts";
import { type BudgetRefusal, BudgetRefusedError } from "../budget/reserve-budget.ts";
import { planCall, type PlannedCall } from "../ledger/plan-call.ts";
import type { Drive } from "./drive.ts";
import { stopRun } from "./stop-run.ts";

const LOOK_AGAIN_MS = 200;

/**
 * Writes a call down with its money held back. While the money is refused and other calls may give
 * some back it waits for them; else the run stops.
 *
 * @returns id of the call's row; null when nothing is to be sent any more
 */
export async function reserveCall(drive: Drive, call: PlannedCall): Promise<string | null> {
  // What was under way may end between the refusal and the look around, so the last word is a try.
  let isLastTry = false;
  for (;;) {
    const refusal = await tryToPlan(drive, call);
    if (typeof refusal === "string") return refusal;
    if (drive.halt.aborted || refusal.reason === "closed") {
      drive.stop();
      return null;
    }
    if (await mayWait(drive, refusal.reason)) {
      isLastTry = false;
      await pause(LOOK_AGAIN_MS, drive.halt);
      continue;
    }
    if (isLastTry) {
      await stopForMoney(drive, refusal.reason);
      return null;
    }
    isLastTry = true;
  }
}

/** @returns id of the call's row, or why its money was refused */
export async function tryToPlan(
  drive: Drive,
  call: PlannedCall,
): Promise<string | { reason: BudgetRefusal }> {
  try {
    return await drive.change((tx) => planCall(tx, call));
  } catch (error) {
    if (!(error instanceof BudgetRefusedError)) throw error;
    return { reason: error.refusal };
  }
}

async function mayWait(drive: Drive, reason: BudgetRefusal): Promise<boolean> {
  if (reason === "budget") return mayMoneyReturn(drive.context.db, drive.run.id);
  return reason === "studio_limit" && mayMoneyReturn(drive.context.db, null);
}

/** Lets the run stand still because no money can be held back for its next request. */
export async function stopForMoney(drive: Drive, refusal: BudgetRefusal): Promise<void> {
  const [reason, message] = STOPS[refusal];
  await drive.change((tx) => stopRun(tx, drive.run.id, reason, message));
  drive.stop();
}

const KEPT = "What was made is kept.";
const STOPS: Record<BudgetRefusal, ["budget" | "studio_limit", string]> = {
  budget: [
    "budget",
    `The next request could pass the budget of the run. ${KEPT} Raise the budget to go on.`,
  ],
  closed: ["budget", `The run stands still. ${KEPT}`],
  studio_limit: [
    "studio_limit",
    `The next request could pass the studio's spend limit. ${KEPT} Raise the limit to go on.`,
  ],
  price_unknown: [
    "budget",
    `The price of the model is not known, so no budget can be kept. ${KEPT} Enter the price of the model, or take the budget of the run and the studio's spend limit away.`,
  ],
};
