import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { z } from "zod";
import { DomainError } from "../errors.ts";
import { type Dataset, datasetSchema } from "./dataset.schema.ts";
import { DATASET_ROW_INCLUDE, presentDatasetRow } from "./present-dataset.ts";

/**
 * A dataset by its id, without asking who wants it.
 * @throws DomainError `not_found`, also for what is no id at all
 */
export async function findDataset(db: DatabaseOrTransaction, id: string): Promise<Dataset> {
  const row = z.uuid().safeParse(id).success
    ? await db.dataset.findUnique({
        where: { id },
        include: { ...DATASET_ROW_INCLUDE, files: { orderBy: { name: "asc" } } },
      })
    : null;
  if (row === null) {
    throw new DomainError("not_found", "There is no such dataset. Go back to the list.");
  }
  const testLookCount = await db.evaluation.count({ where: { datasetId: id, split: "test" } });
  return datasetSchema.parse({
    ...presentDatasetRow(row),
    recipe: row.recipe,
    systemPromptSha256: row.systemPromptSha256,
    summary: row.summary,
    files: row.files.map((file) => ({ ...file, byteCount: Number(file.byteCount) })),
    testLookCount,
  });
}
