import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { CategoryCount } from "./sample.schema.ts";

/** What the filters of the queue table can offer, most frequent first; unknown categories too. */
export async function listCategories(db: Database, actor: Actor): Promise<CategoryCount[]> {
  authorize(actor, "corpus.read");
  return db.$queryRaw<CategoryCount[]>`
    SELECT category, complexity, count(*)::int AS count
    FROM queue_item
    GROUP BY category, complexity
    ORDER BY count DESC, category, complexity`;
}
