import { Prisma } from "@foundry/prisma/client";
import type { PromptRow } from "./prompt.schema.ts";

/** Columns of a row of the prompt table, over `prompt p`. */
export const PROMPT_ROW_COLUMNS = Prisma.sql`
  p.id, p.text, p.category, p.complexity, p.source, p.template_id AS "templateId", p.family,
  p.run_id::text AS "runId", p.archived_at AS "archivedAt", p.created_at AS "createdAt",
  (SELECT count(*)::int FROM sample s WHERE s.prompt_id = p.id) AS "sampleCount",
  EXISTS (SELECT FROM benchmark_case b WHERE b.prompt_id = p.id) AS "isBenchmark"`;

export type StoredPromptRow = Omit<PromptRow, "archivedAt" | "createdAt"> & {
  archivedAt: Date | null;
  createdAt: Date;
};

export function toPromptRow({ archivedAt, createdAt, ...row }: StoredPromptRow): PromptRow {
  return {
    ...row,
    archivedAt: archivedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
