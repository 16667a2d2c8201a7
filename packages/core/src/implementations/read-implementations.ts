import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { Implementation } from "./implementation.schema.ts";

/** The implementations of a prompt; the first one, its reference, is the oldest that no person typed. */
export async function readImplementations(
  db: DatabaseOrTransaction,
  promptId: number,
  userId: string | null,
): Promise<Implementation[]> {
  const rows = await db.implementation.findMany({
    where: { promptId },
    orderBy: { id: "asc" },
    include: { author: { select: { name: true } } },
  });
  const ordered = rows.toSorted(
    (one, other) => Number(one.origin === "typed") - Number(other.origin === "typed"),
  );
  return ordered.map(({ id, origin, source, createdAt, author, authorId }) => ({
    id,
    origin,
    source,
    createdAt: createdAt.toISOString(),
    author: author?.name ?? null,
    byMe: userId !== null && authorId === userId,
  }));
}
