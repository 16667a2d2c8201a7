import type { Database } from "@foundry/prisma/client";
import { type MadeSample, makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { buildPromptBlueprint } from "../../prompts/build-prompt-blueprint.ts";
import { generatePrompts } from "../../prompts/generate-prompts.ts";
import type { PromptCategory } from "../../prompts/prompt-category.ts";

/** Prompts of the catalogue with their right IRs, all accepted, in the order of their sample ids. */
export async function makeAcceptedBlueprints(
  db: Database,
  count: number,
  options: { seed?: string; categories?: PromptCategory[] } = {},
): Promise<MadeSample[]> {
  const { records } = generatePrompts({
    count,
    seed: options.seed ?? "1",
    ...(options.categories === undefined ? {} : { categories: options.categories }),
  });
  const made = await makeCorpus(db, {
    samples: count,
    each: (index) => {
      const record = records[index];
      if (record === undefined) throw new Error("too few prompts were drawn");
      const { prompt, category, complexity } = record;
      const irRaw = JSON.stringify(buildPromptBlueprint(record).ir, null, 2);
      return { prompt, category, complexity, irRaw };
    },
  });
  await db.queueItem.updateMany({ data: { state: "accepted" } });
  return made;
}
