import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { GenerationEstimate, OrderGeneration } from "../generation.schema.ts";
import { MAX_PROMPTS_OF_GENERATION } from "../generation.schema.ts";
import { fittingPrompts } from "./fitting-prompts.ts";

/** What an order's filter finds. */
export interface ChoiceSummary {
  byCategory: GenerationEstimate["byCategory"];
  promptCount: number;
  /** UTF-8 bytes of one prompt, on average. */
  meanBytes: number;
  /** Prompts that fit and are left out, by why. */
  leftOut: { benchmark: number; busy: number; noBlueprint: number };
}

/** Counts the prompts that a run of an order would get now, and those that it would leave out. */
export async function summariseChoice(
  db: DatabaseOrTransaction,
  order: OrderGeneration,
): Promise<ChoiceSummary> {
  const limit = order.choice.limit ?? MAX_PROMPTS_OF_GENERATION;
  const rows = await db.$queryRaw<
    { reason: string | null; category: string | null; count: number; bytes: number }[]
  >`
    WITH fitting AS MATERIALIZED (${fittingPrompts(order)}), chosen AS (
      SELECT * FROM fitting WHERE reason IS NULL ORDER BY id LIMIT ${limit}
    )
    SELECT reason, category, count(*)::int AS count, sum(octet_length(text))::float8 AS bytes
    FROM (SELECT * FROM chosen UNION ALL SELECT * FROM fitting WHERE reason IS NOT NULL) AS both_parts
    GROUP BY reason, category ORDER BY category`;
  const chosen = rows.filter(({ reason }) => reason === null);
  const promptCount = sum(chosen.map(({ count }) => count));
  const left = (wanted: string) =>
    sum(rows.flatMap(({ reason, count }) => (reason === wanted ? [count] : [])));
  return {
    byCategory: chosen.map(({ category, count }) => ({ category, count })),
    promptCount,
    meanBytes: promptCount === 0 ? 0 : sum(chosen.map(({ bytes }) => bytes)) / promptCount,
    leftOut: {
      benchmark: left("benchmark"),
      busy: left("busy"),
      noBlueprint: left("no_blueprint"),
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
