import type { Prisma } from "@foundry/prisma/client";
import { sha256Hex } from "../database/sha256.ts";
import { insertRunMaterial } from "../imports/insert-run-material.ts";
import { insertSamples } from "../imports/insert-samples.ts";
import { readIr } from "../ir/read-ir.ts";
import { toStorableDocument } from "../ir/storable-document.ts";
import { buildPromptBlueprint } from "../prompts/build-prompt-blueprint.ts";
import { TEMPLATES } from "../prompts/catalogue.ts";
import type { PromptRecord } from "../prompts/prompt-record.ts";

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
    return record === undefined ? [] : [toRows(id, record)];
  });
}

function toRows(promptId: number, record: PromptRecord) {
  const { ir, implementation, inputs } = buildPromptBlueprint(record);
  const raw = JSON.stringify(ir, null, 2);
  const { value, isSchemaValid } = readIr(raw);
  const document = toStorableDocument(value);
  return {
    promptId,
    ir: {
      raw,
      sha256: sha256Hex(raw),
      documentJson: document === null ? null : JSON.stringify(document),
      isSchemaValid,
      rawBeforeStrip: null,
    },
    implementation: { source: implementation, sha256: sha256Hex(implementation) },
    inputs,
  };
}
