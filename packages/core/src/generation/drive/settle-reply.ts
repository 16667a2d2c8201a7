import { settleCall } from "../ledger/settle-call.ts";
import type { ProducerReply } from "../producers/producer.ts";
import type { ClaimedItem, ModelDrive } from "./drive.ts";
import { judgeReply, type ReplyJudgement } from "./judge-reply.ts";
import { settleVariations } from "./settle-variations.ts";

/**
 * Looks at an answer that is stored, and writes down what it is worth. Nothing is sent, so it may
 * happen any time later, by any worker.
 *
 * @returns whether the item is over
 */
export async function settleReply(
  drive: ModelDrive,
  item: ClaimedItem,
  callId: string,
): Promise<boolean> {
  const call = await drive.context.db.llmCall.findUniqueOrThrow({
    where: { id: callId },
    select: { responseRaw: true, slot: true, turn: true },
  });
  const reply = readStored(drive, call.responseRaw);
  if (drive.run.purpose === "variations" && reply !== null) {
    return settleVariations(drive, item, callId, reply);
  }
  const judgement: ReplyJudgement =
    reply === null
      ? { outcome: "invalid", problem: "The stored answer cannot be read." }
      : await judgeReply(drive, item, reply);
  await drive.change(async (tx) => {
    const problem = judgement.outcome === "ok" ? null : judgement.problem;
    const isMine = await settleCall(tx, callId, judgement.outcome, problem);
    if (!isMine || judgement.outcome !== "ok") return;
    const { slot, turn } = call;
    const place = { itemId: item.id, callId, round: item.round, slot, turn };
    await tx.candidate.createMany({
      data: [{ ...place, ...judgement.candidate }],
      // An answer that came late, after the same was asked again, is kept in the ledger alone.
      skipDuplicates: true,
    });
  });
  return false;
}

function readStored(drive: ModelDrive, raw: string | null): ProducerReply | null {
  try {
    return drive.producer.readStored(raw ?? "");
  } catch (error) {
    drive.context.logger.warn({ err: error }, "a stored answer cannot be read");
    return null;
  }
}
