import { settleCall } from "../ledger/settle-call.ts";
import type { ClaimedItem, Drive } from "./drive.ts";
import { failItem } from "./fail-item.ts";

/**
 * Does something for one item, so that a fault of ours in reading or checking its replies costs no
 * other one: the item fails by name. Whatever may pass by itself, such as a database that is away,
 * is thrown on.
 *
 * @returns null when the item has failed
 */
export async function guardItem<Result>(
  drive: Drive,
  item: ClaimedItem,
  work: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (!isFault(error)) throw error;
    drive.context.logger.error(
      { err: error, itemId: item.id },
      "an item failed for a fault of ours",
    );
    await drive.change(async (tx) => {
      const where = { itemId: item.id, round: item.round, state: "received" as const };
      const message = `The studio has a fault that stopped this prompt. Cause: ${error.message}`;
      for (const { id } of await tx.llmCall.findMany({ where, select: { id: true } })) {
        await settleCall(tx, id, "invalid", message);
      }
      await failItem(tx, drive.run.id, item.id, { failure: "internal", message });
    });
    return null;
  }
}

/** The same work would end the same way again. */
function isFault(error: unknown): error is Error {
  return error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
}
