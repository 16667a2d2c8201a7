import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { samplePageStatement } from "./sample-page-statement.ts";
import { type StoredSampleRow, toSampleRow } from "./sample-row.ts";
import type { ListSamplesQuery, SamplePage } from "./sample.schema.ts";

/** One page of the queue table, newest sample first; equally fast at any depth. */
export async function listSamples(
  db: Database,
  actor: Actor,
  query: ListSamplesQuery,
): Promise<SamplePage> {
  authorize(actor, "corpus.read");
  const found = await db.$queryRaw<StoredSampleRow[]>(samplePageStatement(query));
  const rows = found.slice(0, query.limit).map(toSampleRow);
  const hasMore = found.length > query.limit;
  return { rows, nextCursor: hasMore ? (rows.at(-1)?.sampleId ?? null) : null };
}
