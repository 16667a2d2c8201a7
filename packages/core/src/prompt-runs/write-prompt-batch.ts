import type { Prisma } from "@foundry/prisma/client";
import { sha256Hex } from "../database/sha256.ts";
import { publishEvent } from "../events/publish-event.ts";
import { orderSweep } from "../jobs/order-sweep.ts";
import type { PromptRecord } from "../prompts/prompt-record.ts";
import type { Judgement } from "./corpus-index.ts";
import { insertBlueprints } from "./insert-blueprints.ts";
import type { PromptRun } from "./prompt-run.schema.ts";

/** @property seq position among the texts of the run, from 0 */
export type JudgedPrompt = { record: PromptRecord; seq: number } & Judgement;

/**
 * Writes one batch and moves the run's counters past it; both or neither.
 * @param batch begins where the counters stand
 */
export async function writePromptBatch(
  tx: Prisma.TransactionClient,
  run: Pick<PromptRun, "id" | "withBlueprints">,
  batch: readonly JudgedPrompt[],
): Promise<void> {
  const wanted = batch.flatMap(({ kind, record }) => (kind === "refuse" ? [] : [record]));
  const createdCount = await insertPrompts(tx, run.id, wanted);
  const refusedCount = await insertRefusals(tx, run.id, batch);
  const added = run.withBlueprints
    ? await insertBlueprints(tx, wanted)
    : { sampleCount: 0, hasRunMaterial: false };
  await tx.promptRun.update({
    where: { id: run.id },
    data: {
      doneCount: { increment: batch.length },
      createdCount: { increment: createdCount },
      refusedCount: { increment: refusedCount },
      keptCount: { increment: wanted.length - createdCount },
      sampleCount: { increment: added.sampleCount },
    },
  });
  await publishEvent(tx, { topic: "prompt-run", id: run.id });
  if (added.sampleCount > 0) await publishEvent(tx, { topic: "queue", id: "all" });
  // Last, because it makes a sweep that is under way wait for the end of this transaction.
  if (added.sampleCount > 0 || added.hasRunMaterial) {
    await orderSweep(tx, "checkIrs", { isAgain: false });
  }
}

/** @returns how many were not there before */
async function insertPrompts(
  tx: Prisma.TransactionClient,
  runId: string,
  records: readonly PromptRecord[],
): Promise<number> {
  const { count } = await tx.prompt.createMany({
    data: records.map(({ prompt, category, complexity, source, template, family, slots }) => ({
      text: prompt,
      textSha256: sha256Hex(prompt),
      category,
      complexity,
      source,
      templateId: template,
      family,
      slots,
      runId,
    })),
    skipDuplicates: true,
  });
  return count;
}

async function insertRefusals(
  tx: Prisma.TransactionClient,
  runId: string,
  batch: readonly JudgedPrompt[],
): Promise<number> {
  const { count } = await tx.promptRefusal.createMany({
    data: batch.flatMap((judged) =>
      judged.kind === "refuse"
        ? [
            {
              runId,
              seq: judged.seq,
              text: judged.record.prompt,
              category: judged.record.category,
              templateId: judged.record.template,
              similarity: judged.similarity,
              nearestPromptId: judged.nearestPromptId,
            },
          ]
        : [],
    ),
  });
  return count;
}
