import type { Prisma } from "@foundry/prisma/client";
import { type JudgedIr, judgeIr } from "./judge-ir.ts";
import { JUDGED_IR_COLUMNS } from "./judged-ir-columns.ts";
import { STORED_CHECKS_VERSION } from "./stored-checks-version.ts";
import { toStoredRisk } from "./to-stored-risk.ts";

/**
 * Assesses the risk of a sample anew, after somebody called a finding "not a problem" or took that
 * back. An IR that waits for its checks gets its risk with them.
 */
export async function refreshRisk(tx: Prisma.TransactionClient, sampleId: number): Promise<void> {
  // Of two people at once the second sees what the first said. A sweep locks in this order too.
  await tx.$queryRaw`
    SELECT FROM ir_check c JOIN queue_item q ON q.current_ir_id = c.ir_id
    WHERE q.sample_id = ${sampleId} FOR NO KEY UPDATE OF c`;
  const [ir] = await tx.$queryRaw<JudgedIr[]>`
    SELECT ${JUDGED_IR_COLUMNS}
    FROM queue_item q
    JOIN ir ON ir.id = q.current_ir_id
    JOIN ir_check c ON c.ir_id = ir.id AND c.checks_version = ${STORED_CHECKS_VERSION}
    JOIN sample s ON s.id = q.sample_id
    JOIN prompt p ON p.id = s.prompt_id
    WHERE q.sample_id = ${sampleId}`;
  const judgement = ir === undefined ? null : judgeIr(ir);
  if (judgement === null) return;
  const { irId } = judgement;
  const { score: risk, reasons: riskReasons } = toStoredRisk(judgement.risk);
  await tx.irCheck.update({ where: { irId }, data: { risk, riskReasons } });
  await tx.queueItem.updateMany({ where: { sampleId, currentIrId: irId }, data: { risk } });
}
