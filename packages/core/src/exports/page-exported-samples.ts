import type { Database } from "@foundry/prisma/client";

export interface ExportedSample {
  sampleId: number;
  prompt: string;
  category: string | null;
  complexity: string | null;
  review: "accepted" | "corrected";
  raw: string;
  irSha256: string;
}

const PAGE_ROWS = 1_000;
const PAGE_BYTES = 8_000_000;

export interface ExportPage {
  samples: ExportedSample[];
  /** Id to go on behind; null when the range is exhausted. */
  nextAfter: number | null;
}

/**
 * The next accepted and corrected samples by id, benchmark prompts left out. A page ends early
 * where its IRs become too many bytes.
 * @param range ids: behind `after`, up to and including `last`
 */
export async function pageExportedSamples(
  db: Database,
  { after, last }: { after: number; last: number },
): Promise<ExportPage> {
  // As text, the state fits no index: each page must walk the primary key on from `after`, whatever
  // the planner knows of the table. octet_length of a large text is known without reading the text.
  const rows = await db.$queryRaw<(ExportedSample & { isBenchmark: boolean })[]>`
    WITH page AS MATERIALIZED (
      SELECT sample_id, state, current_ir_id
      FROM queue_item
      WHERE sample_id > ${after} AND sample_id <= ${last}
        AND state::text IN ('accepted', 'corrected')
      ORDER BY sample_id
      LIMIT ${PAGE_ROWS}
    ), measured AS (
      SELECT page.*, sum(octet_length(ir.raw)) OVER (
        ORDER BY page.sample_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS bytes_before
      FROM page JOIN ir ON ir.id = page.current_ir_id
    )
    SELECT sample.id AS "sampleId", prompt.text AS prompt, prompt.category, prompt.complexity,
      measured.state::text AS review, ir.raw, ir.sha256 AS "irSha256",
      EXISTS (
        SELECT FROM benchmark_case WHERE benchmark_case.prompt_id = sample.prompt_id
      ) AS "isBenchmark"
    FROM measured
    JOIN sample ON sample.id = measured.sample_id
    JOIN prompt ON prompt.id = sample.prompt_id
    JOIN ir ON ir.id = measured.current_ir_id
    WHERE coalesce(bytes_before, 0) < ${PAGE_BYTES}
    ORDER BY measured.sample_id`;
  return {
    samples: rows.filter(({ isBenchmark }) => !isBenchmark),
    nextAfter: rows.at(-1)?.sampleId ?? null,
  };
}
