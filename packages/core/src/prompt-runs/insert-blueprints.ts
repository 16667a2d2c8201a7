import type { Prisma } from "@foundry/prisma/client";
import { sha256Hex } from "../database/sha256.ts";
import { insertRunMaterial } from "../imports/insert-run-material.ts";
import { insertSamples } from "../imports/insert-samples.ts";
import { TEMPLATES } from "../prompts/catalogue.ts";
import type { PromptRecord } from "../prompts/prompt-record.ts";
import { buildBlueprintRows } from "./build-blueprint-rows.ts";

/**
 * Stores the IR, the implementation and the inputs of prompts that the catalogue wrote, where they
 * are not there yet. Archived prompts, and those that came in another way, are left alone.
 */
export async function insertBlueprints(
  tx: Prisma.TransactionClient,
  records: readonly PromptRecord[],
): Promise<{ sampleCount: number; hasRunMaterial: boolean }> {
  const blueprints = await readBlueprints(tx, records);
  const samples = await insertSamples(tx, null, blueprints, "blueprint");
  const material = await insertRunMaterial(tx, blueprints, "blueprint");
  return { sampleCount: samples.size, hasRunMaterial: material.added.size > 0 };
}

async function readBlueprints(tx: Prisma.TransactionClient, records: readonly PromptRecord[]) {
  const fromCatalogue = new Map(
    records
      .filter(({ template }) => TEMPLATES.some(({ id }) => id === template))
      .map((record) => [sha256Hex(record.prompt), record]),
  );
  const prompts = await tx.prompt.findMany({
    where: {
      textSha256: { in: [...fromCatalogue.keys()] },
      templateId: { not: null },
      archivedAt: null,
    },
    orderBy: { id: "asc" },
    select: { id: true, textSha256: true },
  });
  return prompts.flatMap(({ id, textSha256 }) => {
    const record = fromCatalogue.get(textSha256);
    return record === undefined ? [] : [buildBlueprintRows(id, record)];
  });
}
