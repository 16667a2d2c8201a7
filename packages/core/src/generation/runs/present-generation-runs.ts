import type { DatabaseOrTransaction, Prisma } from "@foundry/prisma/client";
import { type GenerationRun, generationRunSchema } from "../generation.schema.ts";
import { paceKey } from "../pace/pace-key.ts";
import { toUsd } from "../spend/to-usd.ts";
import type { GENERATION_RUN_INCLUDE } from "./generation-run-columns.ts";
import { type RunSurroundings, readRunSurroundings } from "./read-run-surroundings.ts";
import { readRunTallies, type RunTally } from "./read-run-tallies.ts";

type Row = Prisma.GenerationRunGetPayload<{ include: typeof GENERATION_RUN_INCLUDE }>;

/** Runs' rows as people see them, with what is counted of their items and calls. */
export async function presentGenerationRuns(
  db: DatabaseOrTransaction,
  rows: readonly Row[],
): Promise<GenerationRun[]> {
  const runIds = rows.map(({ id }) => id);
  const tallies = await readRunTallies(db, runIds);
  const surroundings = await readRunSurroundings(db, runIds);
  return rows.flatMap((row) => {
    const tally = tallies.get(row.id);
    return tally === undefined ? [] : [present(row, tally, surroundings)];
  });
}

function present(row: Row, tally: RunTally, { batches, pauses }: RunSurroundings): GenerationRun {
  const { sampleCount, promptCount, ...counted } = tally;
  const isOpen = row.state === "waiting" || row.state === "running";
  return generationRunSchema.parse({
    ...row,
    ...counted,
    producerTitle: nameProducer(row),
    createdCount: row.purpose === "variations" ? promptCount : sampleCount,
    budgetUsd: row.budgetNanoUsd === null ? null : toUsd(row.budgetNanoUsd),
    spentUsd: toUsd(row.spentNanoUsd),
    reservedUsd: toUsd(row.reservedNanoUsd),
    pausedUntil: isOpen ? (pauses.get(paceKey(nameInLedger(row), row.model ?? "")) ?? null) : null,
    openBatches: batches.get(row.id) ?? [],
    createdBy: row.createdBy.name,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  });
}

function nameProducer({ producer, endpoint }: Row): string {
  if (producer === "anthropic") return "Claude";
  return producer === "blueprint" ? "Blueprints" : (endpoint?.name ?? "An endpoint that is gone");
}

/** As the calls of the run name their provider. */
function nameInLedger({ producer, endpoint }: Row): string {
  return producer === "anthropic" ? "anthropic" : (endpoint?.name ?? "");
}
