import { type Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import {
  type GenerationItemPage,
  type generationItemSchema,
  generationItemPageSchema,
} from "../generation.schema.ts";
import { toUsd } from "../spend/to-usd.ts";
import type { z } from "zod";
import { assertGenerationRun } from "./assert-generation-run.ts";

type Item = z.infer<typeof generationItemSchema>;
type StoredItem = Omit<Item, "costUsd"> & { costNanoUsd: bigint | null };

/** @property cursor `nextCursor` of the page before */
export interface ListItemsQuery {
  state?: Item["state"] | undefined;
  failure?: Exclude<Item["failure"], null> | undefined;
  cursor?: number | undefined;
  limit: number;
}

/**
 * The prompts of a run with what became of them, in the order of the run. A cost, in dollars, is
 * null where nothing was paid or a price is not known.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function listGenerationItems(
  db: Database,
  actor: Actor,
  runId: string,
  { state, failure, cursor, limit }: ListItemsQuery,
): Promise<GenerationItemPage> {
  authorize(actor, "generation.manage");
  await assertGenerationRun(db, runId);
  const conditions = [
    Prisma.sql`i.run_id = ${runId}::uuid`,
    Prisma.sql`i.position > ${cursor ?? -1}`,
    ...(state === undefined ? [] : [Prisma.sql`i.state = ${state}::generation_item_state`]),
    ...(failure === undefined ? [] : [Prisma.sql`i.failure = ${failure}`]),
  ];
  const found = await db.$queryRaw<StoredItem[]>`
    SELECT i.id::text AS id, i.position, i.state::text AS state, i.prompt_id AS "promptId",
      p.text AS "promptText", p.category, i.round, i.failure,
      i.failure_message AS "failureMessage", i.sample_id AS "sampleId",
      i.created_count AS "createdCount",
      (SELECT count(*)::int FROM candidate c WHERE c.item_id = i.id) AS "candidateCount",
      (SELECT count(*)::int FROM llm_call l WHERE l.item_id = i.id AND l.sent_at IS NOT NULL)
        AS "callCount",
      (SELECT sum(l.cost_nano_usd)::bigint FROM llm_call l WHERE l.item_id = i.id) AS "costNanoUsd"
    FROM generation_item i JOIN prompt p ON p.id = i.prompt_id
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY i.position LIMIT ${limit + 1}`;
  const rows = found.slice(0, limit).map(({ costNanoUsd, ...item }) => ({
    ...item,
    costUsd: costNanoUsd === null ? null : toUsd(costNanoUsd),
  }));
  return generationItemPageSchema.parse({
    rows,
    nextCursor: found.length > limit ? (rows.at(-1)?.position ?? null) : null,
  });
}
