import type { DatabaseOrTransaction } from "@foundry/prisma/client";

/** The dataset with exactly this content, the first of them; null when there is none. */
export function findSameDataset(
  db: DatabaseOrTransaction,
  contentSha256: string,
): Promise<{ id: string; number: number } | null> {
  return db.dataset.findFirst({
    where: { contentSha256 },
    orderBy: { number: "asc" },
    select: { id: true, number: true },
  });
}
