import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { EvaluationPage } from "./evaluation.schema.ts";
import { EVALUATION_INCLUDE, presentEvaluationRow } from "./present-evaluation.ts";

/**
 * Evaluations, newest first.
 * @param page.cursor `nextCursor` of the page before
 * @throws DomainError `forbidden`
 */
export async function listEvaluations(
  db: Database,
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<EvaluationPage> {
  authorize(actor, "training.manage");
  // Ids are time-ordered, so they are the order and the cursor at once.
  const found = await db.evaluation.findMany({
    ...(cursor === undefined ? {} : { where: { id: { lt: cursor } } }),
    orderBy: { id: "desc" },
    take: limit + 1,
    include: EVALUATION_INCLUDE,
  });
  const rows = found.slice(0, limit).map(presentEvaluationRow);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
