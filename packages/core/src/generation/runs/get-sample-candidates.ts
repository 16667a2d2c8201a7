import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { isAllowed } from "../../auth/permissions.ts";
import { DomainError } from "../../errors.ts";
import type { SampleCandidates } from "../candidate.schema.ts";
import { ITEM_WITH_CANDIDATES, presentCandidates } from "./present-candidates.ts";

const NONE: SampleCandidates = {
  runId: null,
  provider: null,
  model: null,
  promptVersion: null,
  candidates: [],
};

/**
 * All replies among which a sample's IR was chosen, the chosen one first; none for a sample that no
 * run wrote. What they cost, in dollars, only admins learn.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getSampleCandidates(
  db: Database,
  actor: Actor,
  sampleId: number,
): Promise<SampleCandidates> {
  authorize(actor, "corpus.read");
  const sample = await db.sample.findUnique({ where: { id: sampleId }, select: { id: true } });
  if (sample === null) throw new DomainError("not_found", `There is no sample ${sampleId}.`);
  const [item] = await db.generationItem.findMany({
    where: { sampleId },
    // A sample that two runs wrote came from the first of them.
    orderBy: [{ run: { createdAt: "asc" } }, { id: "asc" }],
    take: 1,
    select: ITEM_WITH_CANDIDATES,
  });
  if (item === undefined) return NONE;
  return presentCandidates(item, { withMoney: isAllowed(actor.role, "generation.manage") });
}
