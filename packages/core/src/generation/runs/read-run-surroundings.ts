import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { GenerationRun } from "../generation.schema.ts";

/** What stands beside runs: their open batches, and what the providers ask to wait for. */
export interface RunSurroundings {
  batches: Map<string, GenerationRun["openBatches"]>;
  /** By `provider:model`. */
  pauses: Map<string, string>;
}

/** Reads what `presentGenerationRun` shows beside the runs' own rows. */
export async function readRunSurroundings(
  db: DatabaseOrTransaction,
  runIds: readonly string[],
): Promise<RunSurroundings> {
  const open = await db.llmBatch.findMany({
    where: { runId: { in: [...runIds] }, state: { in: ["creating", "submitted"] } },
    orderBy: { id: "asc" },
    select: { runId: true, requestCount: true, submittedAt: true, expiresAt: true },
  });
  const paces = await db.llmPace.findMany({
    where: { pausedUntil: { gt: new Date() } },
    select: { key: true, pausedUntil: true },
  });
  const batches: RunSurroundings["batches"] = new Map();
  for (const { runId, requestCount, submittedAt, expiresAt } of open) {
    const known = batches.get(runId) ?? [];
    known.push({
      requestCount,
      submittedAt: submittedAt?.toISOString() ?? null,
      expiresAt: expiresAt?.toISOString() ?? null,
    });
    batches.set(runId, known);
  }
  const pauses = new Map(
    paces.flatMap(({ key, pausedUntil }): [string, string][] =>
      pausedUntil === null ? [] : [[key, pausedUntil.toISOString()]],
    ),
  );
  return { batches, pauses };
}
