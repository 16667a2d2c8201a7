import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { ClaimedItem } from "./drive.ts";

/** The named items with their prompts, in the order of the run. */
export async function readClaimedItems(
  db: DatabaseOrTransaction,
  ids: string[],
): Promise<ClaimedItem[]> {
  if (ids.length === 0) return [];
  const rows = await db.generationItem.findMany({
    where: { id: { in: ids } },
    orderBy: { position: "asc" },
    select: {
      id: true,
      promptId: true,
      round: true,
      prompt: { select: { text: true, category: true, family: true } },
    },
  });
  return rows.map(({ prompt, ...item }) => ({ ...item, ...prompt }));
}
