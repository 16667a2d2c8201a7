import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { findPromptRun } from "./find-prompt-run.ts";
import type { PromptRefusalPage } from "./prompt-run.schema.ts";

/**
 * The texts that a run did not store because one like it was there, in the order of the run.
 * @param page.cursor `nextCursor` of the page before
 * @throws DomainError `forbidden`, `not_found`
 */
export async function listPromptRefusals(
  db: Database,
  actor: Actor,
  runId: string,
  { cursor, limit }: { cursor?: number | undefined; limit: number },
): Promise<PromptRefusalPage> {
  authorize(actor, "corpus.read");
  const { id } = await findPromptRun(db, runId);
  const found = await db.promptRefusal.findMany({
    where: { runId: id, seq: { gt: cursor ?? -1 } },
    orderBy: { seq: "asc" },
    take: limit + 1,
    include: { nearest: { select: { text: true } } },
  });
  const rows = found.slice(0, limit).map(({ nearest, nearestPromptId, ...row }) => ({
    ...row,
    nearest: { promptId: nearestPromptId, text: nearest.text },
  }));
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.seq ?? null) : null };
}
