import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { EVIDENCE_BASIS, IS_EVIDENCE_DUE } from "./evidence-basis.ts";

/** A sample whose current IR is to be run. */
export interface DueEvidence {
  sampleId: number;
  promptId: number;
  irId: string;
  prompt: string;
  raw: string;
  basis: string;
}

/**
 * The next sample, by id, whose current IR fits the schema and was not run with the implementations
 * that its prompt has now.
 *
 * @param after id of a sample to continue behind
 */
export async function readDueEvidence(
  db: DatabaseOrTransaction,
  after: number,
): Promise<DueEvidence | null> {
  const [due] = await db.$queryRaw<DueEvidence[]>`
    SELECT q.sample_id AS "sampleId", p.id AS "promptId", i.id::text AS "irId", p.text AS prompt,
      i.raw, ${EVIDENCE_BASIS} AS basis
    FROM queue_item q
    JOIN sample s ON s.id = q.sample_id
    JOIN prompt p ON p.id = s.prompt_id
    JOIN ir i ON i.id = q.current_ir_id
    WHERE q.sample_id > ${after} AND i.is_schema_valid
      AND EXISTS (SELECT FROM implementation m WHERE m.prompt_id = p.id)
      AND ${IS_EVIDENCE_DUE}
    ORDER BY q.sample_id
    LIMIT 1`;
  return due ?? null;
}
