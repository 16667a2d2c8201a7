import type { Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { DomainError } from "../../errors.ts";
import { publishEvent } from "../../events/publish-event.ts";
import { orderGenerationDrivers } from "../drive/order-drivers.ts";
import {
  type GenerationRun,
  MAX_PROMPTS_OF_GENERATION,
  type OrderGeneration,
} from "../generation.schema.ts";
import { toNanoUsd } from "../spend/to-nano-usd.ts";
import { findGenerationRun } from "./find-generation-run.ts";
import { inRunTransaction } from "./in-run-transaction.ts";
import { fittingPrompts } from "./fitting-prompts.ts";
import { listObstacles } from "./list-obstacles.ts";
import { readOrder } from "./read-order.ts";
import { summariseChoice } from "./summarise-choice.ts";

/** Any number: two starts at once would both take the prompts that neither sees in a run. */
const START_LOCK = 5_160_003;

/**
 * Orders a run over the prompts that fit now; workers carry it out. Money is in dollars.
 * @throws DomainError `forbidden`, `invalid_input`, or `conflict` with the reason of what is in the way:
 *   no_key, terms_not_acknowledged, model_retired, unknown_price, studio_limit, nothing_to_do
 */
export async function startGenerationRun(
  db: Database,
  actor: Actor,
  ordered: OrderGeneration,
): Promise<GenerationRun> {
  authorize(actor, "generation.manage");
  const runId = await inRunTransaction(db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${START_LOCK})`;
    const read = await readOrder(tx, ordered);
    const [obstacle] = await listObstacles(tx, read, await summariseChoice(tx, read.order));
    if (obstacle) throw new DomainError("conflict", obstacle.message, { reason: obstacle.reason });
    const id = await insertRun(tx, actor, read.order);
    const itemCount = await insertItems(tx, id, read.order);
    await tx.generationRun.update({ where: { id }, data: { itemCount } });
    await orderGenerationDrivers(tx, id);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "generation_run.started",
      subjectType: "generation_run",
      subjectId: id,
      data: { producer: read.order.producer, model: read.order.model, itemCount },
    });
    await publishEvent(tx, { topic: "generation-run", id });
    return id;
  });
  return findGenerationRun(db, runId);
}

async function insertRun(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { choice, budgetUsd, ...order }: OrderGeneration,
): Promise<string> {
  const { id } = await tx.generationRun.create({
    data: {
      ...order,
      filter: choice,
      budgetNanoUsd: budgetUsd === null ? null : toNanoUsd(budgetUsd),
      createdById: actor.userId,
    },
    select: { id: true },
  });
  return id;
}

async function insertItems(
  tx: Prisma.TransactionClient,
  runId: string,
  order: OrderGeneration,
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO generation_item (id, run_id, prompt_id, position)
    SELECT gen_random_uuid(), ${runId}::uuid, id, row_number() OVER (ORDER BY id) - 1
    FROM (
      SELECT id FROM (${fittingPrompts(order)}) AS fitting WHERE reason IS NULL
      ORDER BY id LIMIT ${order.choice.limit ?? MAX_PROMPTS_OF_GENERATION}
    ) AS chosen`;
}
