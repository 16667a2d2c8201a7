import type { Prisma } from "@foundry/prisma/client";
import { sha256Hex } from "../database/sha256.ts";
import { NearDuplicateIndex } from "../prompts/similarity/near-duplicate-index.ts";
import { createNearFilter } from "./create-near-filter.ts";
import { createTurns } from "./create-turns.ts";

const PAGE_SIZE = 1_000;
const MAX_ID = 2 ** 31 - 1;

/** What is to become of a text, by comparison with the prompts that are there. */
export type Judgement =
  | { kind: "create" | "keep" }
  | { kind: "refuse"; nearestPromptId: number; similarity: number };

type Reader = Pick<Prisma.TransactionClient, "prompt">;

/**
 * Prepares the comparison of texts with the corpus; archived prompts count, so that what a person
 * took out does not come back.
 *
 * @param options.limit of the newest prompts that near ones are looked for among; equal ones are
 *   always found
 */
export async function readCorpusIndex(
  db: Reader,
  texts: readonly string[],
  { limit = Infinity, signal }: { limit?: number; signal?: AbortSignal } = {},
): Promise<CorpusIndex> {
  const corpus = new CorpusIndex(texts);
  await corpus.read(db, limit, signal);
  return corpus;
}

/** The prompts of the corpus that are equal or near to one of the texts of an order. */
export class CorpusIndex {
  /** Prompts that near ones were looked for among. */
  comparedCount = 0;
  private readonly known = new Set<string>();
  private readonly index = new NearDuplicateIndex();
  private readonly canMatter: (text: string) => boolean;
  private newestId = 0;

  constructor(private readonly texts: readonly string[]) {
    this.canMatter = createNearFilter(texts);
  }

  judge(text: string): Judgement {
    if (this.known.has(sha256Hex(text))) return { kind: "keep" };
    const near = this.index.findNeighbour(text);
    if (near === null) return { kind: "create" };
    return { kind: "refuse", nearestPromptId: Number(near.id), similarity: near.similarity };
  }

  /** Takes in the newest prompts, and whichever are equal to one of the texts. */
  async read(db: Reader, limit: number, signal?: AbortSignal): Promise<void> {
    const rows = await db.prompt.findMany({
      where: { textSha256: { in: this.texts.map(sha256Hex) } },
      select: { textSha256: true },
    });
    for (const { textSha256 } of rows) this.known.add(textSha256);
    const turns = createTurns();
    let before = MAX_ID;
    while (this.comparedCount < limit) {
      signal?.throwIfAborted();
      const page = await db.prompt.findMany({
        where: { id: { lt: before } },
        orderBy: { id: "desc" },
        take: Math.min(PAGE_SIZE, limit - this.comparedCount),
        select: { id: true, text: true },
      });
      for (const prompt of page) {
        this.take(prompt);
        await turns.giveWay();
      }
      this.comparedCount += page.length;
      if (page.length === 0) return;
      before = page.at(-1)?.id ?? 0;
    }
  }

  /** Takes in what others than this run have added since. */
  async catchUp(db: Reader, ownRunId: string): Promise<void> {
    const turns = createTurns();
    for (;;) {
      const page = await db.prompt.findMany({
        where: {
          id: { gt: this.newestId },
          OR: [{ runId: null }, { runId: { not: ownRunId } }],
        },
        orderBy: { id: "asc" },
        take: PAGE_SIZE,
        select: { id: true, text: true },
      });
      for (const prompt of page) {
        this.take(prompt);
        this.known.add(sha256Hex(prompt.text));
        await turns.giveWay();
      }
      if (page.length < PAGE_SIZE) return;
    }
  }

  private take({ id, text }: { id: number; text: string }): void {
    this.newestId = Math.max(this.newestId, id);
    if (this.canMatter(text)) this.index.add(String(id), text);
  }
}
