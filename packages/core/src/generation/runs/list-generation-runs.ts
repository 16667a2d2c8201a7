import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import type { GenerationRunPage } from "../generation.schema.ts";
import { GENERATION_RUN_INCLUDE } from "./generation-run-columns.ts";
import { presentGenerationRuns } from "./present-generation-runs.ts";

/**
 * Runs, newest first.
 * @param page.cursor `nextCursor` of the page before
 * @throws DomainError `forbidden`
 */
export async function listGenerationRuns(
  db: Database,
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<GenerationRunPage> {
  authorize(actor, "generation.manage");
  // Ids are time-ordered, so they are the order and the cursor at once.
  const found = await db.generationRun.findMany({
    ...(cursor === undefined ? {} : { where: { id: { lt: cursor } } }),
    orderBy: { id: "desc" },
    take: limit + 1,
    include: GENERATION_RUN_INCLUDE,
  });
  const rows = await presentGenerationRuns(db, found.slice(0, limit));
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
