import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { type FewShotSet, fewShotSetSchema } from "../few-shot.schema.ts";
import { readSets } from "./read-sets.ts";

/** More than people keep apart; each is read whole to be measured. */
const SHOWN = 200;

/**
 * The sets that can be used, by name, the newest version first.
 * @throws DomainError `forbidden`
 */
export async function listFewShotSets(db: Database, actor: Actor): Promise<FewShotSet[]> {
  authorize(actor, "generation.manage");
  const sets = await readSets(db, { where: { archivedAt: null }, take: SHOWN });
  return sets.map((set) => fewShotSetSchema.parse(set));
}
