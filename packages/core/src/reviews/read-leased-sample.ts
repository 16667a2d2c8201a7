import { type DatabaseOrTransaction, Prisma } from "@foundry/prisma/client";
import {
  dismissalsColumn,
  type StoredDismissal,
  toDismissals,
} from "../findings/dismissals-column.ts";
import type { LeasedSample } from "./review.schema.ts";

/** @returns null when the reviewer has no lease on the sample any more */
export async function readLeasedSample(
  db: DatabaseOrTransaction,
  reviewerId: string,
  sampleId: number,
): Promise<LeasedSample | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT q.sample_id AS "sampleId", q.lease_token AS "leaseToken",
      q.lease_expires_at AS "leaseExpiresAt", q.round,
      p.id AS "promptId", p.text AS "promptText", q.category, q.complexity, p.source,
      i.id::text AS "irId", i.version AS "irVersion", i.raw AS "irRaw",
      i.is_schema_valid AS "isSchemaValid",
      d.base_ir_id::text AS "draftBaseIrId", d.ir_raw AS "draftIrRaw",
      d.checklist AS "draftChecklist", d.note AS "draftNote", d.updated_at AS "draftUpdatedAt",
      CASE WHEN c.ir_id IS NOT NULL
        THEN jsonb_build_object('score', c.risk, 'reasons', c.risk_reasons) END AS risk,
      ${dismissalsColumn(reviewerId, Prisma.sql`q.sample_id`)} AS dismissals
    FROM queue_item q
    JOIN sample s ON s.id = q.sample_id
    JOIN prompt p ON p.id = s.prompt_id
    JOIN ir i ON i.id = q.current_ir_id
    LEFT JOIN ir_check c ON c.ir_id = i.id
    LEFT JOIN draft d ON d.sample_id = q.sample_id AND d.user_id = ${reviewerId}
    WHERE q.sample_id = ${sampleId} AND q.lease_owner_id = ${reviewerId} AND q.state = 'pending'`;
  return row ? toLeasedSample(row) : null;
}

type Row = {
  sampleId: number;
  leaseToken: number;
  leaseExpiresAt: Date;
  round: number;
  promptId: number;
  promptText: string;
  category: string | null;
  complexity: string | null;
  source: string | null;
  irId: string;
  irVersion: number;
  irRaw: string;
  isSchemaValid: boolean;
  risk: LeasedSample["risk"];
  dismissals: StoredDismissal[];
} & (
  | {
      draftBaseIrId: string;
      draftIrRaw: string;
      draftChecklist: boolean[];
      draftNote: string | null;
      draftUpdatedAt: Date;
    }
  | { draftBaseIrId: null }
);

function toLeasedSample(row: Row): LeasedSample {
  const { sampleId, leaseToken, round, category, complexity, source } = row;
  return {
    sampleId,
    leaseToken,
    leaseExpiresAt: row.leaseExpiresAt.toISOString(),
    round,
    prompt: { id: row.promptId, text: row.promptText, category, complexity, source },
    ir: {
      id: row.irId,
      version: row.irVersion,
      raw: row.irRaw,
      isSchemaValid: row.isSchemaValid,
    },
    draft:
      row.draftBaseIrId === null
        ? null
        : {
            baseIrId: row.draftBaseIrId,
            irRaw: row.draftIrRaw,
            checklist: row.draftChecklist,
            note: row.draftNote,
            updatedAt: row.draftUpdatedAt.toISOString(),
          },
    dismissals: toDismissals(row.dismissals),
    risk: row.risk,
  };
}
