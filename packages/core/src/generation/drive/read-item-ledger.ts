import type { ClaimedItem, ModelDrive } from "./drive.ts";
import type { StepRules } from "./plan-step.ts";

/** What the next step of an item depends on. */
export async function readItemLedger({ context }: ModelDrive, item: ClaimedItem) {
  const where = { itemId: item.id, round: item.round };
  // One after the other: all items of a driver together need few connections.
  const calls = await context.db.llmCall.findMany({
    where,
    select: {
      id: true,
      slot: true,
      turn: true,
      attempt: true,
      state: true,
      outcome: true,
      batchId: true,
    },
  });
  const candidates = await context.db.candidate.findMany({
    where,
    select: { slot: true, turn: true, errorCount: true },
  });
  return { calls, candidates };
}

/** Variations are asked for once. */
export function readStepRules({ run }: ModelDrive): StepRules {
  const isForIrs = run.purpose === "irs";
  return {
    candidatesPerPrompt: isForIrs ? run.candidatesPerPrompt : 1,
    repairTurns: isForIrs ? run.repairTurns : 0,
    onDoubt: run.onDoubt,
  };
}
