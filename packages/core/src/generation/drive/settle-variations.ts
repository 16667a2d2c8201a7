import { publishEvent } from "../../events/publish-event.ts";
import { insertVariations } from "../expansion/insert-variations.ts";
import { settleCall } from "../ledger/settle-call.ts";
import type { ProducerReply } from "../producers/producer.ts";
import { readVariations } from "../reply/read-variations.ts";
import type { ClaimedItem, ModelDrive } from "./drive.ts";
import { failItem } from "./fail-item.ts";
import { findReplyObstacle } from "./judge-reply.ts";

/**
 * Turns an answer into new prompts and ends the item, in one transaction.
 * @returns whether the item is over; a reply that cannot be read leaves that to the ledger
 */
export async function settleVariations(
  drive: ModelDrive,
  item: ClaimedItem,
  callId: string,
  reply: ProducerReply,
): Promise<boolean> {
  const runId = drive.run.id;
  const obstacle = findReplyObstacle(reply);
  const count = drive.run.variationsPerPrompt ?? 1;
  const reading =
    obstacle === null
      ? readVariations(reply.text, { parent: item.text, count })
      : { ok: false as const, problem: obstacle.problem };
  if (!reading.ok) {
    const outcome = obstacle?.outcome ?? "invalid";
    await drive.change((tx) => settleCall(tx, callId, outcome, reading.problem));
    return false;
  }
  const filter = drive.variationFilter;
  if (filter === null) throw new Error("the driver of variations has no filter");
  const { id, promptId, category } = item;
  await drive.change(async (tx) => {
    if (!(await settleCall(tx, callId, "ok", null))) return;
    const order = { runId, parent: { id: promptId, category }, texts: reading.texts };
    const { createdCount } = await insertVariations(tx, order, filter);
    if (createdCount === 0) {
      const message = "Every new prompt is there already, word for word or nearly so.";
      return failItem(tx, runId, id, { failure: "nothing_new", message });
    }
    await tx.generationItem.updateMany({
      where: { id, state: "running" },
      data: { state: "done", createdCount, claimJobId: null, claimToken: null },
    });
    await publishEvent(tx, { topic: "generation-run", id: runId });
  });
  return true;
}
