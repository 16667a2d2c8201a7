import type { Database } from "@foundry/prisma/client";
import type { RecordReview } from "./review.schema.ts";

/**
 * Keeps what a refused verdict carried as the reviewer's draft, in a transaction of its own because
 * the verdict's was rolled back. Verdicts without a text of their own leave the draft's text alone.
 */
export async function keepSubmission(
  db: Database,
  reviewerId: string,
  request: RecordReview,
): Promise<void> {
  const { sampleId, baseIrId, checklist, note } = request;
  const irRaw = "irRaw" in request ? request.irRaw : null;
  await db.$executeRaw`
    INSERT INTO draft AS d (sample_id, user_id, base_ir_id, ir_raw, checklist, note, updated_at)
    SELECT q.sample_id, ${reviewerId}, ${baseIrId}::uuid, coalesce(${irRaw}, base.raw, current.raw),
      ${checklist}::boolean[], ${note}, now()
    FROM queue_item q
    JOIN ir current ON current.id = q.current_ir_id
    LEFT JOIN ir base ON base.id = ${baseIrId}::uuid AND base.sample_id = q.sample_id
    WHERE q.sample_id = ${sampleId}
    ON CONFLICT (sample_id, user_id) DO UPDATE SET
      base_ir_id = CASE WHEN ${irRaw}::text IS NULL THEN d.base_ir_id ELSE excluded.base_ir_id END,
      ir_raw = coalesce(${irRaw}, d.ir_raw),
      checklist = excluded.checklist, note = excluded.note, updated_at = excluded.updated_at`;
}
