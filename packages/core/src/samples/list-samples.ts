import { type Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { escapeLike } from "./escape-like.ts";
import {
  SAMPLE_ROW_COLUMNS,
  SAMPLE_ROW_TABLES,
  type StoredSampleRow,
  toSampleRow,
} from "./sample-row.ts";
import type { ListSamplesQuery, SamplePage } from "./sample.schema.ts";

/** One page of the queue table, newest sample first; equally fast at any depth. */
export async function listSamples(
  db: Database,
  actor: Actor,
  query: ListSamplesQuery,
): Promise<SamplePage> {
  authorize(actor, "corpus.read");
  // One row more than asked for tells whether another page follows.
  const found = await db.$queryRaw<StoredSampleRow[]>`
    SELECT ${SAMPLE_ROW_COLUMNS} FROM ${SAMPLE_ROW_TABLES}
    WHERE ${Prisma.join(listConditions(query), " AND ")}
    ORDER BY q.sample_id DESC
    LIMIT ${query.limit + 1}`;
  const rows = found.slice(0, query.limit).map(toSampleRow);
  const hasMore = found.length > query.limit;
  return { rows, nextCursor: hasMore ? (rows.at(-1)?.sampleId ?? null) : null };
}

function listConditions(query: ListSamplesQuery): Prisma.Sql[] {
  const { state, category, complexity, search = "", cursor } = query;
  const words = search.split(/\s+/).filter((word) => word !== "");
  return [
    Prisma.sql`true`,
    ...(cursor === undefined ? [] : [Prisma.sql`q.sample_id < ${cursor}`]),
    ...(state === undefined ? [] : [stateCondition(state)]),
    ...(category === undefined ? [] : [Prisma.sql`q.category = ${category}`]),
    ...(complexity === undefined ? [] : [Prisma.sql`q.complexity = ${complexity}`]),
    ...words.map((word) => Prisma.sql`p.text ILIKE ${`%${escapeLike(word)}%`}`),
  ];
}

function stateCondition(state: NonNullable<ListSamplesQuery["state"]>): Prisma.Sql {
  if (state !== "leased") return Prisma.sql`q.state = ${state}::sample_state`;
  return Prisma.sql`q.state = 'pending' AND q.lease_owner_id IS NOT NULL
    AND q.lease_expires_at > now()`;
}
