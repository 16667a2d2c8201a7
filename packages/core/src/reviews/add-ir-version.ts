import type { Prisma } from "@foundry/prisma/client";
import { sha256Hex } from "../database/sha256.ts";
import { writeJudgements } from "../findings/write-judgements.ts";
import { orderEvidence } from "../implementations/order-evidence.ts";
import type { CorrectedIr } from "./check-submitted-ir.ts";

/**
 * Adds a corrected IR as the newest version of its sample and makes it the current one, with what
 * the checks say about it.
 *
 * @returns id of the version
 */
export async function addIrVersion(
  tx: Prisma.TransactionClient,
  authorId: string,
  { id, sampleId, raw, doc, judgement, canBeRun }: CorrectedIr,
): Promise<string> {
  const docJson = doc === null ? null : JSON.stringify(doc);
  await tx.$executeRaw`
    WITH added AS (
      INSERT INTO ir (id, sample_id, version, origin, raw, sha256, doc, is_schema_valid, author_id)
      SELECT ${id}::uuid, ${sampleId}, coalesce(max(version), 0) + 1, 'corrected', ${raw},
        ${sha256Hex(raw)}, ${docJson}::jsonb, true, ${authorId}
      FROM ir WHERE sample_id = ${sampleId}
      RETURNING id, sample_id
    )
    UPDATE queue_item q SET current_ir_id = added.id, risk = NULL
    FROM added WHERE q.sample_id = added.sample_id`;
  if (judgement !== null) await writeJudgements(tx, [judgement], { areNew: true });
  if (canBeRun) await orderEvidence(tx);
  return id;
}
