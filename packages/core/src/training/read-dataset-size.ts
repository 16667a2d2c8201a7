import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { SYSTEM_PROMPT } from "../datasets/system-prompt.ts";
import type { DatasetSize } from "./estimate-run.ts";

/** How much a training reads of a dataset. Characters are of prompt, system prompt and IR together. */
export async function readDatasetSize(
  db: DatabaseOrTransaction,
  datasetId: string,
): Promise<DatasetSize> {
  const [size] = await db.$queryRaw<DatasetSize[]>`
    SELECT count(*) FILTER (WHERE split = 'train')::int AS "trainRows",
      count(*) FILTER (WHERE split = 'validation')::int AS "validationRows",
      coalesce(avg(characters), 0)::float AS "meanCharacters",
      coalesce(max(characters), 0)::int AS "longestCharacters"
    FROM (
      SELECT item.split::text AS split,
        length(prompt.text) + length(ir.raw) + ${SYSTEM_PROMPT.length}::int AS characters
      FROM dataset_item item
      JOIN prompt ON prompt.id = item.prompt_id
      JOIN ir ON ir.id = item.ir_id
      WHERE item.dataset_id = ${datasetId}::uuid AND item.split IN ('train', 'validation')
    ) AS rows`;
  if (size === undefined) throw new Error("an aggregate gave no row");
  return size;
}
