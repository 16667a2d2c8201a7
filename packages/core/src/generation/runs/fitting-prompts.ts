import { Prisma } from "@foundry/prisma/client";
import { TEMPLATES } from "../../prompts/catalogue.ts";
import type { OrderGeneration } from "../generation.schema.ts";

/**
 * The rows that the filter of an order lets through, as a table expression: `id`, `category`,
 * `text`, and why one is left out all the same, in `reason`: null for those that a run gets,
 * otherwise `benchmark`, `busy` or `no_blueprint`.
 */
export function fittingPrompts({ choice, purpose, producer }: OrderGeneration): Prisma.Sql {
  const { categories, complexities, importId, promptRunId, generationRunId, promptIds } = choice;
  const conditions = [
    Prisma.sql`p.archived_at IS NULL`,
    ...(categories.length > 0 ? [Prisma.sql`p.category = ANY(${categories}::text[])`] : []),
    ...(complexities.length > 0 ? [Prisma.sql`p.complexity = ANY(${complexities}::text[])`] : []),
    ...(importId === null ? [] : [Prisma.sql`p.import_id = ${importId}::uuid`]),
    ...(promptRunId === null ? [] : [Prisma.sql`p.run_id = ${promptRunId}::uuid`]),
    ...(generationRunId === null
      ? []
      : [Prisma.sql`p.generation_run_id = ${generationRunId}::uuid`]),
    ...(promptIds === null ? [] : [Prisma.sql`p.id = ANY(${promptIds}::int[])`]),
    ...(choice.withoutIr
      ? [Prisma.sql`NOT EXISTS (SELECT FROM sample s WHERE s.prompt_id = p.id)`]
      : []),
  ];
  return Prisma.sql`
    SELECT p.id, p.category, p.text, CASE
      WHEN EXISTS (SELECT FROM benchmark_case b WHERE b.prompt_id = p.id) THEN 'benchmark'
      WHEN ${isBusy(purpose, choice.withoutIr)} THEN 'busy'
      WHEN ${lacksBlueprint(producer)} THEN 'no_blueprint'
    END AS reason
    FROM prompt p WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** A prompt that another run will give its IR is not paid for twice. */
function isBusy(purpose: OrderGeneration["purpose"], withoutIr: boolean): Prisma.Sql {
  if (purpose !== "irs" || !withoutIr) return Prisma.sql`false`;
  return Prisma.sql`EXISTS (
    SELECT FROM generation_item i JOIN generation_run r ON r.id = i.run_id
    WHERE i.prompt_id = p.id AND i.state IN ('waiting', 'running') AND r.purpose = 'irs'
      AND r.state IN ('waiting', 'running', 'paused'))`;
}

/** Only prompts of the catalogue come with an IR that is right by construction. */
function lacksBlueprint(producer: OrderGeneration["producer"]): Prisma.Sql {
  if (producer !== "blueprint") return Prisma.sql`false`;
  const templates = TEMPLATES.map(({ id }) => id);
  return Prisma.sql`p.slots IS NULL OR p.template_id IS NULL
    OR p.template_id <> ALL(${templates}::text[])`;
}
