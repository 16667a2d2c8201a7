import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { DomainError } from "../errors.ts";
import type { Draft, SaveDraft } from "./review.schema.ts";

/**
 * Keeps the reviewer's unfinished work on a sample; the newest save wins. Needs no lease, because
 * what was written while a lease ran out must not be lost either.
 *
 * @throws DomainError `not_found`
 */
export async function saveDraft(
  db: Database,
  actor: Actor,
  sampleId: number,
  draft: SaveDraft,
): Promise<Draft> {
  authorize(actor, "sample.review");
  const { baseIrId, irRaw, checklist, note } = draft;
  const [saved] = await db.$queryRaw<{ updatedAt: Date }[]>`
    INSERT INTO draft (sample_id, user_id, base_ir_id, ir_raw, checklist, note, updated_at)
    SELECT id, ${actor.userId}, ${baseIrId}::uuid, ${irRaw}, ${checklist}::boolean[], ${note}, now()
    FROM sample WHERE id = ${sampleId}
    ON CONFLICT (sample_id, user_id) DO UPDATE SET
      base_ir_id = excluded.base_ir_id, ir_raw = excluded.ir_raw,
      checklist = excluded.checklist, note = excluded.note, updated_at = excluded.updated_at
    RETURNING updated_at AS "updatedAt"`;
  if (!saved) throw new DomainError("not_found", `There is no sample ${sampleId}.`);
  return { baseIrId, irRaw, checklist, note, updatedAt: saved.updatedAt.toISOString() };
}
