import { pause } from "../../loops/pause.ts";
import { markSending } from "../ledger/mark-sending.ts";
import { type PaceTokens, takePaceSlot } from "../pace/take-pace-slot.ts";
import type { ModelDrive } from "./drive.ts";

/**
 * Waits for a call's place in the line of all workers and commits that it is being sent.
 * @returns false when it is not to be sent
 */
export async function waitForTurn(
  drive: ModelDrive,
  callId: string,
  tokens: PaceTokens,
): Promise<boolean> {
  for (;;) {
    await pause(await takePaceSlot(drive.context.db, drive.paceKey, tokens), drive.halt);
    if (drive.halt.aborted) return false;
    const outcome = await drive.change((tx) => markSending(tx, callId, drive.paceKey));
    if (outcome === "sending") return true;
    if (outcome === "closed") {
      drive.stop();
      return false;
    }
  }
}
