import {
  generationItemPageSchema,
  type GenerationRun,
} from "@foundry/core/generation/generation.schema";
import { readAnswer, requestStudio } from "../studio/request-studio.ts";
import type { Studio } from "../studio/studio.ts";
import { writeResult } from "../write-output.ts";

const PAGE_SIZE = 200;

/** One line for each prompt of a run, in the order of the run. */
export async function writeItems(studio: Studio, { id }: GenerationRun): Promise<void> {
  for (let cursor: number | null = -1; cursor !== null;) {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
    if (cursor >= 0) query.set("cursor", String(cursor));
    const answer = await requestStudio(studio, `/api/generation-runs/${id}/items?${query}`);
    const page = await readAnswer(answer, generationItemPageSchema);
    for (const { promptText: prompt, ...item } of page.rows) await writeResult({ ...item, prompt });
    cursor = page.nextCursor;
  }
}
