import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { PROMPT_RUN_INCLUDE, presentPromptRun } from "./present-prompt-run.ts";
import type { PromptRunPage } from "./prompt-run.schema.ts";

/**
 * Runs, newest first.
 * @param page.cursor `nextCursor` of the page before
 * @throws DomainError `forbidden`
 */
export async function listPromptRuns(
  db: Database,
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<PromptRunPage> {
  authorize(actor, "corpus.read");
  // Ids are time-ordered, so they are the order and the cursor at once.
  const found = await db.promptRun.findMany({
    ...(cursor === undefined ? {} : { where: { id: { lt: cursor } } }),
    orderBy: { id: "desc" },
    take: limit + 1,
    include: PROMPT_RUN_INCLUDE,
  });
  const rows = found.slice(0, limit).map(presentPromptRun);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
