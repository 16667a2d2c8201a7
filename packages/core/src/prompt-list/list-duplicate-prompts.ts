import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { createTurns } from "../prompt-runs/create-turns.ts";
import { NearDuplicateIndex } from "../prompts/similarity/near-duplicate-index.ts";
import { PROMPT_ROW_COLUMNS, type StoredPromptRow, toPromptRow } from "./prompt-row.ts";
import type { DuplicatePrompts, PromptRow } from "./prompt.schema.ts";

/** Prompts that are compared, the newest ones: about a second's work. */
const COMPARED = 10_000;
const SHOWN = 100;

interface Pair {
  olderId: number;
  newerId: number;
  similarity: number;
}

/**
 * Prompts of the corpus that are equal or near to an older one, each with the nearest of those, the
 * most similar pairs first.
 * @throws DomainError `forbidden`
 */
export async function listDuplicatePrompts(db: Database, actor: Actor): Promise<DuplicatePrompts> {
  authorize(actor, "corpus.read");
  const [prompts, corpusCount] = await Promise.all([
    db.prompt.findMany({
      where: { archivedAt: null },
      orderBy: { id: "desc" },
      take: COMPARED,
      select: { id: true, text: true },
    }),
    db.prompt.count({ where: { archivedAt: null } }),
  ]);
  const pairs = await findPairs(prompts.toReversed());
  const rows = await readRows(
    db,
    pairs.flatMap(({ olderId, newerId }) => [olderId, newerId]),
  );
  return {
    pairs: pairs.flatMap(({ olderId, newerId, similarity }) => {
      const [older, newer] = [rows.get(olderId), rows.get(newerId)];
      return older === undefined || newer === undefined ? [] : [{ older, newer, similarity }];
    }),
    corpusCount,
    comparedCount: prompts.length,
  };
}

async function findPairs(prompts: readonly { id: number; text: string }[]): Promise<Pair[]> {
  const index = new NearDuplicateIndex();
  const turns = createTurns();
  const pairs: Pair[] = [];
  for (const { id, text } of prompts) {
    const near = index.addUnlessNear(String(id), text);
    if (near !== null) {
      pairs.push({ olderId: Number(near.id), newerId: id, similarity: near.similarity });
    }
    await turns.giveWay();
  }
  return pairs
    .toSorted((left, right) => right.similarity - left.similarity || left.newerId - right.newerId)
    .slice(0, SHOWN);
}

async function readRows(db: Database, ids: number[]): Promise<Map<number, PromptRow>> {
  const rows = await db.$queryRaw<StoredPromptRow[]>`
    SELECT ${PROMPT_ROW_COLUMNS} FROM prompt p WHERE p.id = ANY(${ids}::int[])`;
  return new Map(rows.map((row) => [row.id, toPromptRow(row)]));
}
