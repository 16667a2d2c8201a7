import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { type ExportPreview, exportPreviewSchema } from "./export.schema.ts";

/**
 * Counts what an export would have now.
 * @throws DomainError `forbidden`
 */
export async function previewExport(db: Database, actor: Actor): Promise<ExportPreview> {
  authorize(actor, "corpus.export");
  const [counts] = await db.$queryRaw<object[]>`
    SELECT
      count(*) FILTER (WHERE state = 'accepted' AND NOT is_benchmark)::int AS accepted,
      count(*) FILTER (WHERE state = 'corrected' AND NOT is_benchmark)::int AS corrected,
      count(*) FILTER (WHERE is_benchmark)::int AS "heldOutBenchmark"
    FROM (
      SELECT item.state, EXISTS (
        SELECT FROM benchmark_case WHERE benchmark_case.prompt_id = sample.prompt_id
      ) AS is_benchmark
      FROM queue_item item JOIN sample ON sample.id = item.sample_id
      WHERE item.state IN ('accepted', 'corrected')
    ) decided`;
  return exportPreviewSchema.parse(counts);
}
