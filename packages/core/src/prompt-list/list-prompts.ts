import { type Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { escapeLike } from "../samples/escape-like.ts";
import { PROMPT_ROW_COLUMNS, type StoredPromptRow, toPromptRow } from "./prompt-row.ts";
import type { ListPromptsQuery, PromptPage } from "./prompt.schema.ts";

/**
 * One page of the prompt table, newest prompt first; equally fast at any depth.
 * @throws DomainError `forbidden`
 */
export async function listPrompts(
  db: Database,
  actor: Actor,
  query: ListPromptsQuery,
): Promise<PromptPage> {
  authorize(actor, "corpus.read");
  // One row more than asked for tells whether another page follows.
  const found = await db.$queryRaw<StoredPromptRow[]>`
    SELECT ${PROMPT_ROW_COLUMNS} FROM prompt p
    WHERE ${Prisma.join(listConditions(query), " AND ")}
    ORDER BY p.id DESC
    LIMIT ${query.limit + 1}`;
  const rows = found.slice(0, query.limit).map(toPromptRow);
  return { rows, nextCursor: found.length > query.limit ? (rows.at(-1)?.id ?? null) : null };
}

function listConditions(query: ListPromptsQuery): Prisma.Sql[] {
  const { category, complexity, source, templateId, family, runId, hasIr, archived } = query;
  const words = (query.search ?? "").split(/\s+/).filter((word) => word !== "");
  const when = (value: string | number | undefined, make: (value: string | number) => Prisma.Sql) =>
    value === undefined ? [] : [make(value)];
  return [
    archived === "yes" ? Prisma.sql`p.archived_at IS NOT NULL` : Prisma.sql`p.archived_at IS NULL`,
    ...when(query.cursor, (id) => Prisma.sql`p.id < ${id}`),
    ...when(category, (value) => Prisma.sql`p.category = ${value}`),
    ...when(complexity, (value) => Prisma.sql`p.complexity = ${value}`),
    ...when(source, (value) => Prisma.sql`p.source = ${value}`),
    ...when(templateId, (value) => Prisma.sql`p.template_id = ${value}`),
    ...when(family, (value) => Prisma.sql`p.family = ${value}`),
    ...when(runId, (value) => Prisma.sql`p.run_id = ${value}::uuid`),
    ...when(hasIr, (value) => (value === "yes" ? HAS_SAMPLE : Prisma.sql`NOT ${HAS_SAMPLE}`)),
    ...words.map((word) => Prisma.sql`p.text ILIKE ${`%${escapeLike(word)}%`}`),
  ];
}

const HAS_SAMPLE = Prisma.sql`EXISTS (SELECT FROM sample s WHERE s.prompt_id = p.id)`;
