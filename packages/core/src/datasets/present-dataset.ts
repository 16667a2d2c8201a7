import type { Prisma } from "@foundry/prisma/client";
import { type DatasetRow, datasetRowSchema, datasetSummarySchema } from "./dataset.schema.ts";

/** What a query must load for `presentDatasetRow`. */
export const DATASET_ROW_INCLUDE = {
  createdBy: { select: { name: true } },
  _count: { select: { trainings: true } },
} as const;

/** A dataset's row as people see it in the list. */
export function presentDatasetRow(
  row: Prisma.DatasetGetPayload<{ include: typeof DATASET_ROW_INCLUDE }>,
): DatasetRow {
  return datasetRowSchema.parse({
    ...row,
    items: datasetSummarySchema.shape.items.parse((row.summary as Prisma.JsonObject)["items"]),
    trainingRunCount: row._count.trainings,
    createdBy: row.createdBy.name,
    createdAt: row.createdAt.toISOString(),
  });
}
