import type { Database } from "@foundry/prisma/client";
import { sha256Hex } from "../database/sha256.ts";
import { NearDuplicateIndex } from "../prompts/similarity/near-duplicate-index.ts";
import { createNearFilter } from "./create-near-filter.ts";
import { createTurns } from "./create-turns.ts";

const PAGE_SIZE = 1_000;
/** Texts up to which it is faster to look which prompts are near to them than to index all. */
const FILTERED = 1_000;

/** What is to become of a text, by comparison with the prompts that are there. */
export type Judgement =
  | { kind: "create" | "keep" }
  | { kind: "refuse"; nearestPromptId: number; similarity: number };

export interface CorpusIndex {
  comparedCount: number;
  judge(text: string): Judgement;
}

/**
 * Prepares the comparison of texts with the corpus; archived prompts count, so that what a person
 * took out does not come back.
 *
 * @param options.limit of the newest prompts that near ones are looked for among; equal ones are
 *   always found
 */
export async function readCorpusIndex(
  db: Database,
  texts: readonly string[],
  { limit = Infinity, signal }: { limit?: number; signal?: AbortSignal } = {},
): Promise<CorpusIndex> {
  const known = await readKnown(db, texts);
  const canMatter = texts.length > FILTERED ? () => true : createNearFilter(texts);
  const index = new NearDuplicateIndex();
  const turns = createTurns();
  let [comparedCount, before] = [0, 2 ** 31 - 1];
  while (comparedCount < limit) {
    signal?.throwIfAborted();
    const page = await db.prompt.findMany({
      where: { id: { lt: before } },
      orderBy: { id: "desc" },
      take: Math.min(PAGE_SIZE, limit - comparedCount),
      select: { id: true, text: true },
    });
    for (const { id, text } of page) {
      if (canMatter(text)) index.add(String(id), text);
      await turns.giveWay();
    }
    comparedCount += page.length;
    before = page.at(-1)?.id ?? 0;
    if (page.length === 0) break;
  }
  const judge = (text: string): Judgement => {
    if (known.has(sha256Hex(text))) return { kind: "keep" };
    const near = index.findNeighbour(text);
    if (near === null) return { kind: "create" };
    return { kind: "refuse", nearestPromptId: Number(near.id), similarity: near.similarity };
  };
  return { comparedCount, judge };
}

async function readKnown(db: Database, texts: readonly string[]): Promise<Set<string>> {
  const rows = await db.prompt.findMany({
    where: { textSha256: { in: texts.map(sha256Hex) } },
    select: { textSha256: true },
  });
  return new Set(rows.map(({ textSha256 }) => textSha256));
}
