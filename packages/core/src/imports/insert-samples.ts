import type { Prisma } from "@foundry/prisma/client";
import type { ImportIr } from "./import-record.ts";
import { makeUuidV7 } from "./make-uuid-v7.ts";

export interface NewSample {
  promptId: number;
  ir: ImportIr;
  /** Who wrote a generated IR, with which instructions. */
  provenance?: { provider: string; model: string | null; promptVersion: string | null };
}

/**
 * Inserts the samples that are not there yet (a prompt with an IR of the same text is one), each
 * with the first version of its IR and its place in the queue. An archived prompt that gets one is
 * back in the lists, because others rely on it now.
 * @returns ids of the added ones by their `sampleKey`
 */
export async function insertSamples(
  tx: Prisma.TransactionClient,
  importId: string | null,
  samples: readonly NewSample[],
  origin: "imported" | "blueprint" | "generated" = "imported",
): Promise<Map<string, number>> {
  if (samples.length === 0) return new Map();
  const unique = [...new Map(samples.map((sample) => [sampleKey(sample), sample])).values()];
  const irs = unique.map(({ ir }) => ir);
  const added = await tx.$queryRaw<{ id: number; promptId: number; sha256: string }[]>`
    WITH input AS (
      SELECT * FROM unnest(
        ${unique.map(({ promptId }) => promptId)}::int[],
        ${irs.map(({ sha256 }) => sha256)}::text[],
        ${irs.map(() => makeUuidV7())}::uuid[],
        ${irs.map(({ raw }) => raw)}::text[],
        ${irs.map(({ documentJson }) => documentJson)}::text[],
        ${irs.map(({ isSchemaValid }) => isSchemaValid)}::boolean[],
        ${irs.map(({ rawBeforeStrip }) => rawBeforeStrip)}::text[],
        ${unique.map(({ provenance }) => provenance?.provider ?? null)}::text[],
        ${unique.map(({ provenance }) => provenance?.model ?? null)}::text[],
        ${unique.map(({ provenance }) => provenance?.promptVersion ?? null)}::text[]
      ) WITH ORDINALITY AS input (
        prompt_id, sha256, ir_id, raw, document, is_schema_valid, raw_before_strip,
        provider, model, prompt_version, position
      )
    ), added AS (
      INSERT INTO sample (prompt_id, ir_sha256, import_id)
      SELECT prompt_id, sha256, ${importId}::uuid FROM input
      WHERE NOT EXISTS (
        SELECT FROM sample
        WHERE sample.prompt_id = input.prompt_id AND sample.ir_sha256 = input.sha256
      )
      ORDER BY position
      ON CONFLICT (prompt_id, ir_sha256) DO NOTHING
      RETURNING id, prompt_id, ir_sha256
    ), revived AS (
      UPDATE prompt SET archived_at = NULL
      FROM added WHERE prompt.id = added.prompt_id AND prompt.archived_at IS NOT NULL
    ), version AS (
      INSERT INTO ir (id, sample_id, version, origin, raw, sha256, doc, is_schema_valid,
        raw_before_strip, provider, model, prompt_version)
      SELECT ir_id, added.id, 1, ${origin}::ir_origin, raw, sha256, document::jsonb, is_schema_valid,
        raw_before_strip, provider, model, prompt_version
      FROM added JOIN input ON input.prompt_id = added.prompt_id AND input.sha256 = added.ir_sha256
      RETURNING id, sample_id
    ), queued AS (
      INSERT INTO queue_item (sample_id, current_ir_id, category, complexity)
      SELECT version.sample_id, version.id, prompt.category, prompt.complexity
      FROM version JOIN added ON added.id = version.sample_id
      JOIN prompt ON prompt.id = added.prompt_id
    )
    SELECT id, prompt_id AS "promptId", ir_sha256 AS sha256 FROM added`;
  return new Map(
    added.map(({ id, promptId, sha256 }) => [sampleKey({ promptId, ir: { sha256 } }), id]),
  );
}

/** What makes a sample the same as another one. */
export function sampleKey(sample: { promptId: number; ir: Pick<ImportIr, "sha256"> }): string {
  return `${sample.promptId}:${sample.ir.sha256}`;
}
