import type { Prisma, Review } from "@foundry/prisma/client";

/**
 * Turns an undone review back into the reviewer's draft: the text they had submitted, their
 * checklist and their note. A skip left its draft in place, so there an existing one stays.
 */
export async function restoreDraft(tx: Prisma.TransactionClient, review: Review): Promise<void> {
  const { sampleId, reviewerId, verdict, note, checklist, irBeforeId, irAfterId } = review;
  await tx.$executeRaw`
    INSERT INTO draft AS d (sample_id, user_id, base_ir_id, ir_raw, checklist, note, updated_at)
    SELECT ${sampleId}, ${reviewerId}, ${irBeforeId}::uuid, raw, ${checklist}::boolean[], ${note}, now()
    FROM ir WHERE id = ${irAfterId}::uuid
    ON CONFLICT (sample_id, user_id) DO UPDATE SET
      base_ir_id = excluded.base_ir_id, ir_raw = excluded.ir_raw,
      checklist = excluded.checklist, note = excluded.note, updated_at = excluded.updated_at
    WHERE ${verdict} <> 'skip'`;
}
