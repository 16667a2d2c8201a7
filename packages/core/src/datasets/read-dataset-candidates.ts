import type { Database } from "@foundry/prisma/client";
import { DomainError } from "../errors.ts";
import { readIr } from "../ir/read-ir.ts";
import type { DatasetCandidate } from "./compose.ts";
import { MAX_CANDIDATES } from "./dataset.schema.ts";

/** A reviewed sample with all that a dataset keeps of it. `id` is the sample's. */
export interface StoredCandidate extends DatasetCandidate {
  promptId: number;
  /** Of the prompt, or of the one at the start of its lineage. */
  family: string | null;
  /** The prompt at the start of its lineage; null for one that derives from none. */
  rootPromptId: number | null;
  irId: string;
  /** What the person who corrected it was shown, as text; null for what was accepted as it was. */
  rawBefore: string | null;
}

interface Row extends Omit<StoredCandidate, "ir"> {
  raw: string;
}

/**
 * All accepted and corrected samples, as they stand at one moment.
 * @throws DomainError `too_large` when there are more than a request can plan with
 */
export async function readDatasetCandidates(db: Database): Promise<StoredCandidate[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH RECURSIVE lineage(id, root) AS (
      SELECT id, id FROM prompt
      WHERE parent_id IS NULL AND EXISTS (SELECT FROM prompt child WHERE child.parent_id = prompt.id)
      UNION ALL
      SELECT child.id, lineage.root FROM prompt child JOIN lineage ON child.parent_id = lineage.id
    )
    SELECT q.sample_id AS id, p.id AS "promptId", p.text AS prompt, p.category,
      coalesce(p.family, root.family) AS family,
      CASE WHEN root.id <> p.id THEN root.id END AS "rootPromptId",
      q.state::text AS verdict, first.provider,
      CASE first.origin WHEN 'corrected' THEN 'imported' ELSE first.origin::text END AS origin,
      EXISTS (SELECT FROM benchmark_case b WHERE b.prompt_id = p.id) AS "isBenchmark",
      ir.id::text AS "irId", ir.raw, before.raw AS "rawBefore"
    FROM queue_item q
    JOIN sample s ON s.id = q.sample_id
    JOIN prompt p ON p.id = s.prompt_id
    JOIN ir ON ir.id = q.current_ir_id
    JOIN ir first ON first.sample_id = s.id AND first.version = 1
    LEFT JOIN lineage ON lineage.id = p.id
    LEFT JOIN prompt root ON root.id = lineage.root
    LEFT JOIN LATERAL (
      SELECT r.ir_before_id FROM review r
      WHERE r.sample_id = q.sample_id AND r.verdict = 'correct' AND r.ir_after_id = q.current_ir_id
        AND NOT EXISTS (SELECT FROM review_undo u WHERE u.review_id = r.id)
      ORDER BY r.lease_token DESC LIMIT 1
    ) correction ON q.state = 'corrected'
    LEFT JOIN ir before ON before.id = correction.ir_before_id
    WHERE q.state IN ('accepted', 'corrected')
    ORDER BY q.sample_id
    LIMIT ${MAX_CANDIDATES + 1}`;
  if (rows.length > MAX_CANDIDATES) {
    throw new DomainError(
      "too_large",
      `There are more than ${MAX_CANDIDATES} reviewed samples, more than one dataset can be planned from. Nothing was saved.`,
      { reason: "too_many_samples" },
    );
  }
  return rows.map(({ raw, ...row }) => ({ ...row, ir: readIr(raw).value ?? null }));
}
