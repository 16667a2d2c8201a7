import { type Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import {
  type EvaluationItemPage,
  evaluationItemPageSchema,
  type ListEvaluationItemsQuery,
} from "./evaluation.schema.ts";
import { findEvaluation } from "./find-evaluation.ts";
import { readScores } from "./read-scores.ts";

interface Row {
  position: number;
  sampleId: number;
  prompt: string;
  category: string | null;
  baseScores: unknown;
  baseErrors: string[];
  adapterScores: unknown;
  adapterErrors: string[];
}

/**
 * The scored items of an evaluation in their order; with a metric only those that a model gets
 * wrong, or that one model alone gets right.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function listEvaluationItems(
  db: Database,
  actor: Actor,
  evaluationId: string,
  query: ListEvaluationItemsQuery,
): Promise<EvaluationItemPage> {
  authorize(actor, "training.manage");
  const { id } = await findEvaluation(db, evaluationId);
  const found = await db.$queryRaw<Row[]>`
    SELECT item.position, item.sample_id AS "sampleId", prompt.text AS prompt, item.category,
      base.scores AS "baseScores", base.error_types AS "baseErrors",
      adapter.scores AS "adapterScores", adapter.error_types AS "adapterErrors"
    FROM evaluation_item base
    JOIN evaluation_item adapter ON adapter.evaluation_id = base.evaluation_id
      AND adapter.position = base.position AND adapter.model = 'adapter'
    JOIN dataset_item item ON item.dataset_id = base.dataset_id AND item.position = base.position
    JOIN prompt ON prompt.id = item.prompt_id
    WHERE ${Prisma.join(listConditions(id, query), " AND ")}
    ORDER BY base.position
    LIMIT ${query.limit + 1}`;
  const rows = found.slice(0, query.limit);
  return evaluationItemPageSchema.parse({
    rows: rows.map(({ baseScores, baseErrors, adapterScores, adapterErrors, ...row }) => ({
      ...row,
      base: { ...readScores(baseScores), errorTypes: baseErrors },
      adapter: { ...readScores(adapterScores), errorTypes: adapterErrors },
    })),
    nextCursor: found.length > query.limit ? (rows.at(-1)?.position ?? null) : null,
  });
}

function listConditions(
  evaluationId: string,
  { metric, model, flip, cursor }: ListEvaluationItemsQuery,
): Prisma.Sql[] {
  const conditions = [
    Prisma.sql`base.evaluation_id = ${evaluationId}::uuid AND base.model = 'base'`,
  ];
  if (cursor !== undefined) conditions.push(Prisma.sql`base.position > ${cursor}`);
  if (metric === undefined) return conditions;
  const base = Prisma.sql`(base.scores -> ${metric})`;
  const adapter = Prisma.sql`(adapter.scores -> ${metric})`;
  const [yes, no] = [Prisma.sql`'true'::jsonb`, Prisma.sql`'false'::jsonb`];
  if (model === "base") conditions.push(Prisma.sql`${base} = ${no}`);
  if (model === "adapter") conditions.push(Prisma.sql`${adapter} = ${no}`);
  if (flip === "win") conditions.push(Prisma.sql`${base} = ${no} AND ${adapter} = ${yes}`);
  if (flip === "loss") conditions.push(Prisma.sql`${base} = ${yes} AND ${adapter} = ${no}`);
  return conditions;
}
