import type { DatabaseOrTransaction } from "@foundry/prisma/client";

/** The examples of a set in their order; none for no set. */
export async function readFewShots(
  db: DatabaseOrTransaction,
  setId: string | null,
): Promise<{ prompt: string; ir: string }[]> {
  if (setId === null) return [];
  const rows = await db.fewShotExample.findMany({
    where: { setId },
    orderBy: { position: "asc" },
    select: {
      ir: { select: { raw: true } },
      sample: { select: { prompt: { select: { text: true } } } },
    },
  });
  return rows.map(({ ir, sample }) => ({ prompt: sample.prompt.text, ir: ir.raw }));
}
