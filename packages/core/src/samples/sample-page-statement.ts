import { Prisma } from "@foundry/prisma/client";
import { escapeLike } from "./escape-like.ts";
import { SAMPLE_ROW_COLUMNS, SAMPLE_ROW_TABLES } from "./sample-row.ts";
import type { ListSamplesQuery } from "./sample.schema.ts";

/** Reads one row more than asked for, which tells whether another page follows. */
export function samplePageStatement(query: ListSamplesQuery): Prisma.Sql {
  return Prisma.sql`
    SELECT ${SAMPLE_ROW_COLUMNS} FROM ${SAMPLE_ROW_TABLES}
    WHERE ${Prisma.join(listConditions(query), " AND ")}
    ORDER BY q.sample_id DESC
    LIMIT ${query.limit + 1}`;
}

function listConditions(query: ListSamplesQuery): Prisma.Sql[] {
  const { state, category, complexity, search = "", check, cursor } = query;
  const words = search.split(/\s+/).filter((word) => word !== "");
  return [
    Prisma.sql`true`,
    ...(cursor === undefined ? [] : [Prisma.sql`q.sample_id < ${cursor}`]),
    ...(state === undefined ? [] : [stateCondition(state)]),
    ...(category === undefined ? [] : [Prisma.sql`q.category = ${category}`]),
    ...(complexity === undefined ? [] : [Prisma.sql`q.complexity = ${complexity}`]),
    ...(check === undefined ? [] : [checkCondition(check)]),
    ...words.map((word) => Prisma.sql`p.text ILIKE ${`%${escapeLike(word)}%`}`),
  ];
}

function checkCondition(check: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM finding f WHERE f.ir_id = q.current_ir_id AND f."check" = ${check})`;
}

function stateCondition(state: NonNullable<ListSamplesQuery["state"]>): Prisma.Sql {
  if (state !== "leased") return Prisma.sql`q.state = ${state}::sample_state`;
  return Prisma.sql`q.state = 'pending' AND q.lease_owner_id IS NOT NULL
    AND q.lease_expires_at > now()`;
}
