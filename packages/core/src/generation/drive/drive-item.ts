import { endCalls } from "../ledger/end-calls.ts";
import { closeItem } from "./close-item.ts";
import type { ClaimedItem, ModelDrive } from "./drive.ts";
import { guardItem } from "./guard-item.ts";
import { planStep } from "./plan-step.ts";
import { readItemLedger, readStepRules } from "./read-item-ledger.ts";
import { sendCall } from "./send-call.ts";
import { settleReply } from "./settle-reply.ts";

/** Works on one item, step by step as the ledger says, until it is over or nothing is to begin. */
export async function driveItem(drive: ModelDrive, item: ClaimedItem): Promise<void> {
  await guardItem(drive, item, async () => {
    for (let isOver = false; !isOver;) isOver = await takeStep(drive, item);
  });
}

/** @returns whether this driver has nothing more to do for the item */
async function takeStep(drive: ModelDrive, item: ClaimedItem): Promise<boolean> {
  const { calls, candidates } = await readItemLedger(drive, item);
  const step = planStep(calls, candidates, readStepRules(drive));
  switch (step.kind) {
    case "settle":
      return settleReply(drive, item, step.callId);
    case "doubt":
      await drive.change((tx) =>
        endCalls(tx, [step.callId], ["sending"], {
          state: "in_doubt",
          outcome: null,
          error: "The worker lost sight of the request.",
        }),
      );
      return false;
    case "send":
      return (await sendCall(drive, item, step)) !== "answered";
    case "close":
      await closeItem(drive, item);
      return true;
  }
}
