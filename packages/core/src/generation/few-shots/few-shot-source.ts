import { type DatabaseOrTransaction, Prisma } from "@foundry/prisma/client";

/** A sample that may stand in front of a request. */
export interface FewShotSource {
  sampleId: number;
  irId: string;
  category: string | null;
  prompt: string;
  irRaw: string;
}

/**
 * Reviewed, readable, and not held out: what the benchmark asks is never shown, nor what a dataset
 * keeps for its test, with all its family.
 */
const MAY_BE_SHOWN = Prisma.sql`
  q.state IN ('accepted', 'corrected') AND ir.is_schema_valid AND p.archived_at IS NULL
  AND NOT EXISTS (SELECT FROM benchmark_case b WHERE b.prompt_id = p.id)
  AND NOT EXISTS (
    SELECT FROM dataset_item d WHERE d.prompt_id = p.id AND d.split = 'test'
  )
  AND (p.family IS NULL OR NOT EXISTS (
    SELECT FROM dataset_item d JOIN prompt kept ON kept.id = d.prompt_id
    WHERE kept.family = p.family AND d.split = 'test'
  ))`;

const COLUMNS = Prisma.sql`
  q.sample_id AS "sampleId", ir.id::text AS "irId", p.category, p.text AS prompt, ir.raw AS "irRaw"`;

const TABLES = Prisma.sql`
  queue_item q JOIN ir ON ir.id = q.current_ir_id JOIN sample s ON s.id = q.sample_id
  JOIN prompt p ON p.id = s.prompt_id`;

/** The named samples that may be shown, in no order. */
export function readNamedSources(
  db: DatabaseOrTransaction,
  sampleIds: readonly number[],
): Promise<FewShotSource[]> {
  return db.$queryRaw<FewShotSource[]>`
    SELECT ${COLUMNS} FROM ${TABLES}
    WHERE q.sample_id = ANY(${sampleIds}::int[]) AND ${MAY_BE_SHOWN}`;
}

/**
 * Samples of each category that has any, drawn by a seed: one of each family before a second one, so
 * that the examples differ.
 */
export function drawSources(
  db: DatabaseOrTransaction,
  { perCategory, seed }: { perCategory: number; seed: string },
): Promise<FewShotSource[]> {
  return db.$queryRaw<FewShotSource[]>`
    WITH shown AS (
      SELECT ${COLUMNS}, md5(${seed} || ':' || q.sample_id) AS lot,
        coalesce(p.family, 'prompt ' || coalesce(p.parent_id, p.id)) AS family
      FROM ${TABLES} WHERE ${MAY_BE_SHOWN}
    ), within AS (
      SELECT *, row_number() OVER (PARTITION BY category, family ORDER BY lot) AS turn FROM shown
    ), placed AS (
      SELECT *, row_number() OVER (PARTITION BY category ORDER BY turn, lot) AS place FROM within
    )
    SELECT "sampleId", "irId", category, prompt, "irRaw" FROM placed
    WHERE place <= ${perCategory} ORDER BY category NULLS LAST, place`;
}
