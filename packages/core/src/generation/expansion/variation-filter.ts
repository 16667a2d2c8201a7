import type { Prisma } from "@foundry/prisma/client";
import { createTurns } from "../../prompt-runs/create-turns.ts";
import { NearDuplicateIndex } from "../../prompts/similarity/near-duplicate-index.ts";

const PAGE_SIZE = 1_000;
/** A prompt with a lower id may become visible later, by so many at most. */
const LOOK_BACK = 500;

type Reader = Pick<Prisma.TransactionClient, "prompt">;

/**
 * Tells new prompts from those that are in the corpus already, word for word or nearly so. It keeps
 * the corpus in memory, so that one is opened for many replies.
 */
export class VariationFilter {
  private readonly index = new NearDuplicateIndex();
  private newestId = 0;

  /**
   * Takes in what was added to the corpus since; archived prompts count, so that what a person took
   * out does not come back.
   */
  async catchUp(db: Reader, signal?: AbortSignal): Promise<void> {
    const turns = createTurns();
    for (let after = this.newestId - LOOK_BACK; ;) {
      signal?.throwIfAborted();
      const page = await db.prompt.findMany({
        where: { id: { gt: after } },
        orderBy: { id: "asc" },
        take: PAGE_SIZE,
        select: { id: true, text: true },
      });
      for (const { id, text } of page) {
        this.index.add(String(id), text);
        await turns.giveWay();
      }
      after = page.at(-1)?.id ?? after;
      this.newestId = Math.max(this.newestId, after);
      if (page.length < PAGE_SIZE) return;
    }
  }

  /** Those of the texts that are near to nothing in the corpus and to none of the texts before them. */
  chooseNew(texts: readonly string[]): string[] {
    const chosen = new NearDuplicateIndex();
    return texts.filter(
      (text) => this.index.findNeighbour(text) === null && chosen.addUnlessNear("", text) === null,
    );
  }
}
