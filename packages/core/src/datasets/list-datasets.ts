import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { DatasetPage } from "./dataset.schema.ts";
import { DATASET_ROW_INCLUDE, presentDatasetRow } from "./present-dataset.ts";

/**
 * Datasets, newest first.
 * @param page.cursor `nextCursor` of the page before
 * @throws DomainError `forbidden`
 */
export async function listDatasets(
  db: Database,
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<DatasetPage> {
  authorize(actor, "dataset.manage");
  const before =
    cursor === undefined
      ? null
      : await db.dataset.findUnique({ where: { id: cursor }, select: { number: true } });
  const found = await db.dataset.findMany({
    ...(before === null ? {} : { where: { number: { lt: before.number } } }),
    orderBy: { number: "desc" },
    take: limit + 1,
    include: DATASET_ROW_INCLUDE,
  });
  const rows = found.slice(0, limit).map(presentDatasetRow);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
