import { endCalls } from "../ledger/end-calls.ts";
import { closeItem } from "./close-item.ts";
import type { ClaimedItem, ModelDrive } from "./drive.ts";
import { planStep } from "./plan-step.ts";
import { sendCall } from "./send-call.ts";
import { settleReply } from "./settle-reply.ts";

/** Works on one item, step by step as the ledger says, until it is over or nothing is to begin. */
export async function driveItem(drive: ModelDrive, item: ClaimedItem): Promise<void> {
  for (let isOver = false; !isOver;) isOver = await takeStep(drive, item);
}

/** @returns whether this driver has nothing more to do for the item */
async function takeStep(drive: ModelDrive, item: ClaimedItem): Promise<boolean> {
  const step = await readNextStep(drive, item);
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

async function readNextStep({ context, run }: ModelDrive, item: ClaimedItem) {
  const where = { itemId: item.id, round: item.round };
  const [calls, candidates] = await Promise.all([
    context.db.llmCall.findMany({
      where,
      select: { id: true, slot: true, turn: true, attempt: true, state: true, outcome: true },
    }),
    context.db.candidate.findMany({
      where,
      select: { slot: true, turn: true, errorCount: true },
    }),
  ]);
  const isForIrs = run.purpose === "irs";
  return planStep(calls, candidates, {
    candidatesPerPrompt: isForIrs ? run.candidatesPerPrompt : 1,
    repairTurns: isForIrs ? run.repairTurns : 0,
    onDoubt: run.onDoubt,
  });
}
