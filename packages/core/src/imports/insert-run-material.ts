import type { Prisma } from "@foundry/prisma/client";
import type { ImportImplementation } from "./import-record.ts";
import { makeUuidV7 } from "./make-uuid-v7.ts";

export interface NewRunMaterial {
  promptId: number;
  implementation: ImportImplementation | null;
  inputs: string[][] | null;
}

export interface InsertedRunMaterial {
  /** `materialKeys` of what was not there before. */
  added: Set<string>;
  /** The inputs that each prompt has now, new or not, as JSON. */
  keptInputs: Map<number, string>;
}

/** What makes an implementation, and the inputs, the same as others. */
export function materialKeys({ promptId, implementation, inputs }: NewRunMaterial): string[] {
  const keys = implementation === null ? [] : [`${promptId}:${implementation.sha256}`];
  return inputs === null ? keys : [...keys, `${promptId}:inputs`];
}

/**
 * Inserts the implementations that their prompts do not have yet, and the inputs of prompts that
 * have none; a prompt keeps its first ones.
 */
export async function insertRunMaterial(
  tx: Prisma.TransactionClient,
  material: readonly NewRunMaterial[],
  origin: "imported" | "blueprint" = "imported",
): Promise<InsertedRunMaterial> {
  const added = [
    ...(await insertImplementations(tx, material, origin)),
    ...(await insertInputs(tx, material)),
  ];
  return {
    added: new Set(added),
    keptInputs: await readInputs(tx, material),
  };
}

async function insertImplementations(
  tx: Prisma.TransactionClient,
  material: readonly NewRunMaterial[],
  origin: "imported" | "blueprint",
): Promise<string[]> {
  const data = material.flatMap(({ promptId, implementation }) =>
    implementation === null
      ? []
      : [
          {
            id: makeUuidV7(),
            promptId,
            origin,
            source: implementation.source,
            sourceSha256: implementation.sha256,
          },
        ],
  );
  if (data.length === 0) return [];
  const rows = await tx.implementation.createManyAndReturn({
    data,
    skipDuplicates: true,
    select: { promptId: true, sourceSha256: true },
  });
  return rows.map(({ promptId, sourceSha256 }) => `${promptId}:${sourceSha256}`);
}

async function insertInputs(
  tx: Prisma.TransactionClient,
  material: readonly NewRunMaterial[],
): Promise<string[]> {
  const data = material.flatMap(({ promptId, inputs }) =>
    inputs === null ? [] : [{ promptId, inputs }],
  );
  if (data.length === 0) return [];
  const rows = await tx.promptInputs.createManyAndReturn({
    data,
    skipDuplicates: true,
    select: { promptId: true },
  });
  return rows.map(({ promptId }) => `${promptId}:inputs`);
}

async function readInputs(
  tx: Prisma.TransactionClient,
  material: readonly NewRunMaterial[],
): Promise<Map<number, string>> {
  const promptIds = material.flatMap(({ promptId, inputs }) => (inputs === null ? [] : promptId));
  if (promptIds.length === 0) return new Map();
  const rows = await tx.promptInputs.findMany({ where: { promptId: { in: promptIds } } });
  return new Map(rows.map(({ promptId, inputs }) => [promptId, JSON.stringify(inputs)]));
}
