import type { Database, Prisma } from "@foundry/prisma/client";
import type { z } from "zod";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { sha256Hex } from "../../database/sha256.ts";
import { DomainError } from "../../errors.ts";
import type { FewShotSetDetail, saveFewShotSetSchema } from "../few-shot.schema.ts";
import type { FewShotSource } from "./few-shot-source.ts";
import { getFewShotSet } from "./get-few-shot-set.ts";
import { readRecipe } from "./read-recipe.ts";

/** Any number: the second half of an advisory lock is the name. */
const NAME_LOCK = 5_160_004;

type SaveFewShotSet = z.output<typeof saveFewShotSetSchema>;

/**
 * Freezes what a recipe gives now as the next version of a set. The newest version is given back
 * when it has the same examples.
 * @throws DomainError `forbidden`, `invalid_input` when a named sample may not be shown or the recipe
 *   gives nothing
 */
export async function saveFewShotSet(
  db: Database,
  actor: Actor,
  { name, recipe }: SaveFewShotSet,
): Promise<FewShotSetDetail> {
  authorize(actor, "generation.manage");
  const id = await inTransaction(db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${NAME_LOCK}, hashtext(${name}))`;
    const examples = await readRecipe(tx, recipe);
    if (examples.length === 0) throw nothingAccepted();
    const sha256 = sha256Hex(JSON.stringify(examples.map(({ prompt, irRaw }) => [prompt, irRaw])));
    const newest = await tx.fewShotSet.findFirst({ where: { name }, orderBy: { version: "desc" } });
    if (newest?.sha256 === sha256 && newest.archivedAt === null) return newest.id;
    const version = (newest?.version ?? 0) + 1;
    const set = { name, recipe, version, sha256, createdById: actor.userId };
    const setId = await insertSet(tx, set, examples);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "few_shot_set.saved",
      subjectType: "few_shot_set",
      subjectId: setId,
      data: { version },
    });
    return setId;
  });
  return getFewShotSet(db, actor, id);
}

async function insertSet(
  tx: Prisma.TransactionClient,
  set: SaveFewShotSet & { version: number; sha256: string; createdById: string },
  examples: readonly FewShotSource[],
): Promise<string> {
  const { id } = await tx.fewShotSet.create({ data: set, select: { id: true } });
  await tx.fewShotExample.createMany({
    data: examples.map(({ sampleId, irId, category }, position) => ({
      setId: id,
      position,
      sampleId,
      irId,
      category,
    })),
  });
  return id;
}

function nothingAccepted(): DomainError {
  return new DomainError(
    "invalid_input",
    "No sample is accepted yet, so there is nothing to show as an example. Review some first.",
    { reason: "no_examples" },
  );
}
