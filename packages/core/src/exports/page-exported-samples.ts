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

/**
 * The next accepted and corrected samples by id, benchmark prompts left out. A page ends early
 * where its IRs become too many bytes, but has at least one sample as long as there is one.
 * @param range ids: behind `after`, up to and including `last`
 */
export async function pageExportedSamples(
  db: Database,
  { after, last }: { after: number; last: number },
): Promise<ExportedSample[]> {
  // octet_length of a large text is known without reading the text.
  return db.$queryRaw<ExportedSample[]>`
    WITH page AS MATERIALIZED (
      SELECT item.sample_id, item.state, item.current_ir_id, sample.prompt_id,
        octet_length(ir.raw) AS byte_count
      FROM queue_item item
      JOIN sample ON sample.id = item.sample_id
      JOIN ir ON ir.id = item.current_ir_id
      WHERE item.sample_id > ${after} AND item.sample_id <= ${last}
        AND item.state IN ('accepted', 'corrected')
        AND NOT EXISTS (
          SELECT FROM benchmark_case WHERE benchmark_case.prompt_id = sample.prompt_id
        )
      ORDER BY item.sample_id
      LIMIT ${PAGE_ROWS}
    ), measured AS (
      SELECT page.*, sum(byte_count) OVER (ORDER BY sample_id) - byte_count AS bytes_before
      FROM page
    )
    SELECT measured.sample_id AS "sampleId", prompt.text AS prompt, prompt.category,
      prompt.complexity, measured.state::text AS review, ir.raw, ir.sha256 AS "irSha256"
    FROM measured
    JOIN prompt ON prompt.id = measured.prompt_id
    JOIN ir ON ir.id = measured.current_ir_id
    WHERE bytes_before < ${PAGE_BYTES}
    ORDER BY measured.sample_id`;
}
