import type { Prisma } from "@foundry/prisma/client";
import { sha256Hex } from "../../database/sha256.ts";
import { deriveComplexityFromText } from "../../prompts/derive-complexity-from-text.ts";
import type { VariationFilter } from "./variation-filter.ts";

/** Any number: two transactions at once would both take what neither sees of the other. */
const INSERT_LOCK = 5_160_005;

/** The prompt that was varied. */
export interface VariedPrompt {
  id: number;
  category: string | null;
}

/**
 * Stores the texts that say something new as prompts: of the parent's category and family, with a
 * complexity by what they say. A parent without a family founds one.
 *
 * @param filter from `openVariationFilter`; kept for the next call
 * @returns how many were stored, and how many were not because one like them was there
 */
export async function insertVariations(
  tx: Prisma.TransactionClient,
  { runId, parent, texts }: { runId: string; parent: VariedPrompt; texts: readonly string[] },
  filter: VariationFilter,
): Promise<{ createdCount: number; refusedCount: number }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${INSERT_LOCK})`;
  await filter.catchUp(tx);
  const chosen = filter.chooseNew(texts);
  if (chosen.length === 0) return { createdCount: 0, refusedCount: texts.length };
  const family = await claimFamily(tx, parent.id);
  const { count: createdCount } = await tx.prompt.createMany({
    data: chosen.map((text) => ({
      text,
      textSha256: sha256Hex(text),
      category: parent.category,
      complexity: deriveComplexityFromText(text),
      source: "variation",
      family,
      parentId: parent.id,
      generationRunId: runId,
    })),
    skipDuplicates: true,
  });
  return { createdCount, refusedCount: texts.length - createdCount };
}

/** The family of a prompt, which it founds where it has none. */
async function claimFamily(tx: Prisma.TransactionClient, promptId: number): Promise<string> {
  const [prompt] = await tx.$queryRaw<{ family: string }[]>`
    UPDATE prompt SET family = coalesce(family, 'seed-' || id) WHERE id = ${promptId}
    RETURNING family`;
  if (prompt === undefined) throw new Error(`prompt ${promptId} is gone`);
  return prompt.family;
}
