import type { Prisma } from "@foundry/prisma/client";
import type { ImportRecord } from "./import-record.ts";

export interface InsertedPrompts {
  /** By the sha256 of the text; of every prompt, new or not. */
  ids: Map<string, number>;
  /** sha256 of those that were not there before. */
  added: Set<string>;
}

/** Inserts the prompts that are not there yet, each text once, in the order of the records. */
export async function insertPrompts(
  tx: Prisma.TransactionClient,
  importId: string,
  records: readonly ImportRecord[],
): Promise<InsertedPrompts> {
  const prompts = records.map(({ prompt }) => prompt);
  const shas = prompts.map(({ sha256 }) => sha256);
  // NOT EXISTS spares the sequence, which counts up on every row that ON CONFLICT turns away;
  // ON CONFLICT is for a prompt that is there twice in this statement or in another import.
  const added = await tx.$queryRaw<{ sha256: string }[]>`
    INSERT INTO prompt (text, text_sha256, category, complexity, source, import_id)
    SELECT text, sha256, category, complexity, source, ${importId}::uuid
    FROM unnest(
      ${prompts.map(({ text }) => text)}::text[],
      ${shas}::text[],
      ${prompts.map(({ category }) => category)}::text[],
      ${prompts.map(({ complexity }) => complexity)}::text[],
      ${prompts.map(({ source }) => source)}::text[]
    ) WITH ORDINALITY AS input (text, sha256, category, complexity, source, position)
    WHERE NOT EXISTS (SELECT FROM prompt WHERE prompt.text_sha256 = input.sha256)
    ORDER BY position
    ON CONFLICT (text_sha256) DO NOTHING
    RETURNING text_sha256 AS sha256`;
  const rows = await tx.$queryRaw<{ id: number; sha256: string }[]>`
    SELECT id, text_sha256 AS sha256 FROM prompt WHERE text_sha256 = ANY(${shas}::text[])`;
  return {
    ids: new Map(rows.map(({ id, sha256 }) => [sha256, id])),
    added: new Set(added.map(({ sha256 }) => sha256)),
  };
}
