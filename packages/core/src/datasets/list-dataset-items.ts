import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { type DatasetItemPage, datasetItemPageSchema } from "./dataset.schema.ts";
import type { ListDatasetItemsQuery } from "./dataset.schema.ts";
import { findDataset } from "./find-dataset.ts";

/**
 * The samples of a dataset in the order of its files.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function listDatasetItems(
  db: Database,
  actor: Actor,
  datasetId: string,
  { split, cursor, limit }: ListDatasetItemsQuery,
): Promise<DatasetItemPage> {
  authorize(actor, "dataset.manage");
  const { id } = await findDataset(db, datasetId);
  const found = await db.datasetItem.findMany({
    where: {
      datasetId: id,
      ...(split === undefined ? {} : { split }),
      ...(cursor === undefined ? {} : { position: { gt: cursor } }),
    },
    orderBy: { position: "asc" },
    take: limit + 1,
    include: { prompt: { select: { text: true } }, ir: { select: { version: true } } },
  });
  const rows = found.slice(0, limit);
  const pairs = await db.datasetPair.groupBy({
    by: ["itemPosition"],
    where: { datasetId: id, itemPosition: { in: rows.map(({ position }) => position) } },
    _count: true,
  });
  const pairCounts = new Map(pairs.map(({ itemPosition, _count }) => [itemPosition, _count]));
  return datasetItemPageSchema.parse({
    rows: rows.map(({ prompt, ir, ...item }) => ({
      ...item,
      prompt: prompt.text,
      irVersion: ir.version,
      pairCount: pairCounts.get(item.position) ?? 0,
    })),
    nextCursor: found.length > limit ? (rows.at(-1)?.position ?? null) : null,
  });
}
