import { Prisma } from "@foundry/prisma/client";
import type { SampleRow } from "./sample.schema.ts";

/** What the database gives for a row of the queue table; only the time differs from the screen's. */
export type StoredSampleRow = Omit<SampleRow, "updatedAt"> & { updatedAt: Date };

/** Columns of a `StoredSampleRow`, for a query over `SAMPLE_ROW_TABLES`. */
export const SAMPLE_ROW_COLUMNS = Prisma.sql`
  q.sample_id AS "sampleId", p.text AS "promptText", q.category, q.complexity, p.source,
  q.state::text, i.is_schema_valid AS "isSchemaValid",
  CASE WHEN q.state = 'pending' AND q.lease_expires_at > now() THEN holder.name END AS "leasedBy",
  CASE WHEN q.state <> 'pending' THEN decider.name END AS "decidedBy",
  EXISTS (SELECT FROM benchmark_case b WHERE b.prompt_id = p.id) AS "isBenchmark",
  c.risk, coalesce(c.error_count, 0) + coalesce(e.error_count, 0) AS "errorCount",
  coalesce(c.warning_count, 0) AS "warningCount", q.updated_at AS "updatedAt"`;

/** One row a sample: the verdict that stands is the only decisive one of the current round. */
export const SAMPLE_ROW_TABLES = Prisma.sql`
  queue_item q
  JOIN sample s ON s.id = q.sample_id
  JOIN prompt p ON p.id = s.prompt_id
  JOIN ir i ON i.id = q.current_ir_id
  LEFT JOIN ir_check c ON c.ir_id = i.id
  LEFT JOIN ir_evidence e ON e.ir_id = i.id
  LEFT JOIN "user" holder ON holder.id = q.lease_owner_id
  LEFT JOIN review r ON r.sample_id = q.sample_id AND r.round = q.round AND r.verdict <> 'skip'
  LEFT JOIN "user" decider ON decider.id = r.reviewer_id`;

export function toSampleRow(row: StoredSampleRow): SampleRow {
  return { ...row, updatedAt: row.updatedAt.toISOString() };
}
