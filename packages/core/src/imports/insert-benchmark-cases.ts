import type { Prisma } from "@foundry/prisma/client";
import type { ImportBenchmarkCase } from "./import-record.ts";

export interface NewBenchmarkCase extends ImportBenchmarkCase {
  promptId: number;
}

export interface InsertedBenchmarkCases {
  /** Ids of the prompts that got their case now. */
  added: Set<number>;
  /** The case of every prompt, new or not. */
  kept: Map<number, ImportBenchmarkCase>;
}

/** Inserts the cases of prompts that have none; a prompt keeps its first one. */
export async function insertBenchmarkCases(
  tx: Prisma.TransactionClient,
  cases: readonly NewBenchmarkCase[],
): Promise<InsertedBenchmarkCases> {
  if (cases.length === 0) return { added: new Set(), kept: new Map() };
  const added = await tx.benchmarkCase.createManyAndReturn({
    data: [...cases],
    skipDuplicates: true,
    select: { promptId: true },
  });
  const kept = await tx.benchmarkCase.findMany({
    where: { promptId: { in: cases.map(({ promptId }) => promptId) } },
    select: { promptId: true, name: true, functionName: true, testCases: true },
  });
  return {
    added: new Set(added.map(({ promptId }) => promptId)),
    kept: new Map(kept.map((row) => [row.promptId, row])),
  };
}
