import type { Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { publishEvent } from "../events/publish-event.ts";
import type { Evaluation, StartEvaluation } from "./evaluation.schema.ts";
import { findEvaluation } from "./find-evaluation.ts";

/**
 * Orders one look at the test split: base model and adapter answer it on a runner, then the answers
 * are scored. While one of the same training is under way, that one is the answer.
 *
 * @throws DomainError `forbidden`, `not_found`, or `conflict` when the training has no adapter or
 *   the dataset no test split
 */
export async function startEvaluation(
  db: Database,
  actor: Actor,
  { trainingRunId }: StartEvaluation,
): Promise<Evaluation> {
  authorize(actor, "training.manage");
  const run = await db.trainingRun.findUnique({
    where: { id: trainingRunId },
    select: { id: true, datasetId: true, adapterId: true, task: true },
  });
  if (run === null) throw new DomainError("not_found", "There is no such training.");
  const { adapterId, datasetId, task } = run;
  if (adapterId === null) {
    throw refuse("no_adapter", "This training has made no adapter yet.");
  }
  if ((await db.datasetItem.count({ where: { datasetId, split: "test" } })) === 0) {
    throw refuse("no_test_split", "The dataset of this training has no test split.");
  }
  const evaluationId = await inTransaction(db, async (tx) => {
    // Two looks at one split must not get one number.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${datasetId}, 2))`;
    const known = await findUnfinished(tx, run.id);
    if (known !== null) return known;
    const lookCount = await tx.evaluation.count({ where: { datasetId, split: "test" } });
    const config = task.config as Prisma.InputJsonObject;
    const { id } = await tx.evaluation.create({
      data: {
        trainingRun: { connect: { id: run.id } },
        dataset: { connect: { id: datasetId } },
        adapter: { connect: { id: adapterId } },
        createdBy: { connect: { id: actor.userId } },
        task: { create: { kind: "evaluate", config, configSha256: task.configSha256 } },
        lookNumber: lookCount + 1,
      },
      select: { id: true },
    });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "evaluation.started",
      subjectType: "evaluation",
      subjectId: id,
      data: { lookNumber: lookCount + 1 },
    });
    await publishEvent(tx, { topic: "runner-work", id: "all" });
    return id;
  });
  return findEvaluation(db, evaluationId);
}

async function findUnfinished(
  tx: Prisma.TransactionClient,
  trainingRunId: string,
): Promise<string | null> {
  const found = await tx.evaluation.findFirst({
    where: {
      trainingRunId,
      scoredAt: null,
      task: { state: { in: ["waiting", "running", "succeeded"] } },
    },
    select: { id: true },
  });
  return found?.id ?? null;
}

function refuse(reason: string, sentence: string): DomainError {
  return new DomainError("conflict", `${sentence} Nothing was started.`, { reason });
}
