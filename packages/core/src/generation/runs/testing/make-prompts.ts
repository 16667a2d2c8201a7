import type { Database } from "@foundry/prisma/client";
import { sha256Hex } from "../../../database/sha256.ts";
import { generatePrompts } from "../../../prompts/generate-prompts.ts";
import { CATALOGUE } from "../../drive/testing/make-run.ts";

/** Prompts of the catalogue as a prompt run stores them, in the order of their ids. */
export async function makePrompts(
  db: Database,
  count: number,
  catalogue: { seed: string; count: number } = CATALOGUE,
): Promise<{ id: number; text: string; category: string | null }[]> {
  const { records } = generatePrompts(catalogue);
  await db.prompt.createMany({
    data: records.slice(0, count).map(({ prompt, template, ...record }) => ({
      text: prompt,
      textSha256: sha256Hex(prompt),
      category: record.category,
      complexity: record.complexity,
      source: record.source,
      templateId: template,
      family: record.family,
      slots: record.slots,
    })),
  });
  return db.prompt.findMany({
    orderBy: { id: "asc" },
    select: { id: true, text: true, category: true },
  });
}
