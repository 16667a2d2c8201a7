import { type Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { DomainError } from "../errors.ts";
import { findNeighbours } from "./find-neighbours.ts";
import { PROMPT_ROW_COLUMNS, type StoredPromptRow, toPromptRow } from "./prompt-row.ts";
import { type PromptDetail, promptDetailSchema } from "./prompt.schema.ts";

/** Other prompts of the family that are shown. */
const MAX_MEMBERS = 50;

/**
 * A prompt with its samples, its family and what is most like it.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getPrompt(
  db: Database,
  actor: Actor,
  promptId: number,
): Promise<PromptDetail> {
  authorize(actor, "corpus.read");
  const [found] = await db.$queryRaw<(StoredPromptRow & { slots: unknown })[]>`
    SELECT ${PROMPT_ROW_COLUMNS}, p.slots FROM prompt p WHERE p.id = ${promptId}`;
  if (found === undefined) throw new DomainError("not_found", `There is no prompt ${promptId}.`);
  const { slots, ...row } = found;
  const [samples, familyMembers, neighbours] = await Promise.all([
    readSamples(db, promptId),
    readFamily(db, row),
    findNeighbours(db, row),
  ]);
  return {
    ...toPromptRow(row),
    slots: promptDetailSchema.shape.slots.parse(slots),
    samples,
    familyMembers,
    neighbours,
  };
}

async function readSamples(db: Database, promptId: number): Promise<PromptDetail["samples"]> {
  const rows = await db.queueItem.findMany({
    where: { sample: { promptId } },
    orderBy: { sampleId: "asc" },
    select: { sampleId: true, state: true },
  });
  return rows;
}

async function readFamily(
  db: Database,
  { id, family }: StoredPromptRow,
): Promise<PromptDetail["familyMembers"]> {
  if (family === null) return [];
  const rows = await db.$queryRaw<StoredPromptRow[]>(Prisma.sql`
    SELECT ${PROMPT_ROW_COLUMNS} FROM prompt p
    WHERE p.family = ${family} AND p.id <> ${id} AND p.archived_at IS NULL
    ORDER BY p.id DESC LIMIT ${MAX_MEMBERS}`);
  return rows.map(toPromptRow);
}
