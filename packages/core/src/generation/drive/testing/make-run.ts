import type { Database, GenerationRun, Prisma } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { inTransaction } from "../../../database/in-transaction.ts";
import { sha256Hex } from "../../../database/sha256.ts";
import { generatePrompts } from "../../../prompts/generate-prompts.ts";
import { DEFAULT_MODEL_ID } from "../../prices/default-models.ts";
import { orderGenerationDrivers } from "../order-drivers.ts";

/** The prompts of the catalogue that the tests of generation use. */
export const CATALOGUE = { seed: "drive", count: 90 };

/** A run with its items, and its drivers ordered. The catalogue's prompts are made where missing. */
export async function makeRun(
  db: Database,
  options: Partial<Prisma.GenerationRunUncheckedCreateInput> & { prompts?: number } = {},
): Promise<GenerationRun> {
  const { prompts: count = 4, ...fields } = options;
  const promptIds = await makePrompts(db, count);
  const { id: createdById } = await makeUser(db, { role: "admin" });
  return inTransaction(db, async (tx) => {
    const run = await tx.generationRun.create({
      data: {
        producer: "anthropic",
        model: DEFAULT_MODEL_ID,
        filter: {},
        itemCount: count,
        createdById,
        ...fields,
      },
    });
    await tx.generationItem.createMany({
      data: promptIds.map((promptId, position) => ({ runId: run.id, promptId, position })),
    });
    await orderGenerationDrivers(tx, run.id);
    return run;
  });
}

async function makePrompts(db: Database, count: number): Promise<number[]> {
  const { records } = generatePrompts(CATALOGUE);
  await db.prompt.createMany({
    data: records.slice(0, count).map((record) => ({
      text: record.prompt,
      textSha256: sha256Hex(record.prompt),
      category: record.category,
      complexity: record.complexity,
      source: record.source,
      templateId: record.template,
      family: record.family,
      slots: record.slots,
    })),
    skipDuplicates: true,
  });
  const rows = await db.prompt.findMany({ orderBy: { id: "asc" }, take: count });
  return rows.map(({ id }) => id);
}
