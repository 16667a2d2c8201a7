import type { Database } from "@foundry/prisma/client";
import { measureJaccard } from "../prompts/similarity/measure-jaccard.ts";
import { shingleText } from "../prompts/similarity/shingle-text.ts";
import type { PromptDetail } from "./prompt.schema.ts";

/** Prompts of the same category that are compared, the newest first: a tenth of a second's work. */
const COMPARED = 2_000;
const SHOWN = 5;

/** The prompts of the same category that are most like a prompt, nearest first. */
export async function findNeighbours(
  db: Database,
  { id, text, category }: { id: number; text: string; category: string | null },
): Promise<PromptDetail["neighbours"]> {
  const others = await db.prompt.findMany({
    where: { category, archivedAt: null, id: { not: id } },
    orderBy: { id: "desc" },
    take: COMPARED,
    select: { id: true, text: true },
  });
  const own = shingleText(text);
  return others
    .map((other) => ({ ...other, similarity: measureJaccard(own, shingleText(other.text)) }))
    .toSorted((left, right) => right.similarity - left.similarity || right.id - left.id)
    .slice(0, SHOWN);
}
