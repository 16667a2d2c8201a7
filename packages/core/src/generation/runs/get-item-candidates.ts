import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { DomainError } from "../../errors.ts";
import type { SampleCandidates } from "../candidate.schema.ts";
import { ITEM_WITH_CANDIDATES, presentCandidates } from "./present-candidates.ts";

/**
 * All replies for one prompt of a run, also where none was good enough; costs in dollars.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getItemCandidates(
  db: Database,
  actor: Actor,
  runId: string,
  itemId: string,
): Promise<SampleCandidates> {
  authorize(actor, "generation.manage");
  const item = await db.generationItem.findFirst({
    where: { id: itemId, runId },
    select: ITEM_WITH_CANDIDATES,
  });
  if (item === null) throw new DomainError("not_found", "There is no such prompt in this run.");
  return presentCandidates(item, { withMoney: true });
}
