import { randomUUID } from "node:crypto";
import type { Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import type { Storage } from "../storage/storage.ts";
import type { Dataset, FreezeDataset } from "./dataset.schema.ts";
import { findDataset } from "./find-dataset.ts";
import { findSameDataset } from "./find-same-dataset.ts";
import { type DatasetPlan, planDataset } from "./plan-dataset.ts";
import { readDatasetCandidates } from "./read-dataset-candidates.ts";
import { SYSTEM_PROMPT_SHA256 } from "./system-prompt.ts";
import { removeDatasetFiles, writeDatasetFiles, type WrittenFile } from "./write-dataset-files.ts";

const ROWS_PER_STATEMENT = 2_000;

/**
 * Freezes what a recipe gives from the samples as they are now: numbered, and never changed again.
 * The files are whole and on disk before any row says that there is a dataset; a crash between the
 * two leaves files that nothing points to, which is harmless.
 *
 * @throws DomainError `forbidden`, `too_large`, `unavailable` when the disk is full, `invalid_input`
 *   for a dataset that cannot be used, or `conflict` for one that is there already
 */
export async function freezeDataset(
  db: Database,
  storage: Storage,
  actor: Actor,
  { title, recipe }: FreezeDataset,
): Promise<Dataset> {
  authorize(actor, "dataset.manage");
  const plan = await planDataset(await readDatasetCandidates(db), recipe);
  refuseUnusable(plan);
  const id = randomUUID();
  const files = await writeDatasetFiles(storage, id, plan);
  try {
    await inTransaction(db, async (tx) => {
      await refuseSecond(tx, plan.contentSha256);
      await tx.dataset.create({
        data: {
          id,
          title,
          recipe,
          contentSha256: plan.contentSha256,
          systemPromptSha256: SYSTEM_PROMPT_SHA256,
          itemCount: plan.items.length,
          pairCount: plan.pairs.length,
          summary: plan.summary,
          createdById: actor.userId,
        },
      });
      await insertRows(tx, id, plan, files);
      await recordAudit(tx, {
        actorId: actor.userId,
        action: "dataset.frozen",
        subjectType: "dataset",
        subjectId: id,
        data: { itemCount: plan.items.length, pairCount: plan.pairs.length },
      });
    });
  } catch (error) {
    await removeDatasetFiles(storage, files);
    throw error;
  }
  return findDataset(db, id);
}

function refuseUnusable({ summary: { problems } }: DatasetPlan): void {
  const blocking = problems.filter(({ isBlocking }) => isBlocking);
  const [first] = blocking;
  if (first === undefined) return;
  throw new DomainError("invalid_input", `${first.message} Nothing was frozen.`, {
    reason: first.code,
    problems: blocking.map(({ message }) => ({ path: "/recipe", message })),
  });
}

/** Two presses of the button, or two people with one recipe, get one dataset. */
async function refuseSecond(tx: Prisma.TransactionClient, contentSha256: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${contentSha256}, 0))`;
  const same = await findSameDataset(tx, contentSha256);
  if (same === null) return;
  throw new DomainError(
    "conflict",
    `Dataset ${same.number} holds exactly this already. Nothing was frozen; use that one.`,
    { reason: "dataset_exists" },
  );
}

async function insertRows(
  tx: Prisma.TransactionClient,
  datasetId: string,
  { items, pairs }: DatasetPlan,
  files: readonly WrittenFile[],
): Promise<void> {
  for (const part of inParts(items)) {
    await tx.datasetItem.createMany({
      data: part.map(({ id, position, split, promptId, irId, group, category, verdict }) => ({
        datasetId,
        position,
        split,
        sampleId: id,
        promptId,
        irId,
        groupKey: group,
        category,
        verdict,
      })),
    });
  }
  for (const part of inParts(pairs)) {
    await tx.datasetPair.createMany({ data: part.map((pair) => ({ datasetId, ...pair })) });
  }
  await tx.datasetFile.createMany({ data: files.map((file) => ({ datasetId, ...file })) });
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_PER_STATEMENT) }, (_, index) =>
    rows.slice(index * ROWS_PER_STATEMENT, (index + 1) * ROWS_PER_STATEMENT),
  );
}
