import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { DomainError } from "../../errors.ts";
import type { FewShotSetDetail } from "../few-shot.schema.ts";
import { readSets } from "./read-sets.ts";

/**
 * One version of a set with its examples, also one that was deleted and that runs still name; costs
 * in dollars.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getFewShotSet(
  db: Database,
  actor: Actor,
  id: string,
): Promise<FewShotSetDetail> {
  authorize(actor, "generation.manage");
  const [set] = await readSets(db, { where: { id } });
  if (set === undefined) throw new DomainError("not_found", "There is no such set of examples.");
  return set;
}
