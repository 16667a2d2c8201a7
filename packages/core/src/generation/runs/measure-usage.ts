import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { wilsonInterval } from "../../statistics/wilson-interval.ts";
import type { ExpectedUsage } from "./expected-usage.ts";
import type { ReadOrder } from "./read-order.ts";

/** Fewer earlier calls say too little. */
const MIN_CALLS = 20;
const LOOKED_AT = 500;
/** Two-sided 95 %. */
const Z = 1.96;

interface Measured {
  firstCount: number;
  repairCount: number;
  inputTokens: number;
  cacheWrite5mTokens: number;
  cacheWrite1hTokens: number;
  cacheReadTokens: number;
  outputTokens: number;
  outputDeviation: number;
}

/**
 * What the calls of an order will use, by the newest earlier calls of the same model with the same
 * examples, the same mode and the same purpose. The range is that of the mean of as many calls, 95 %.
 * @returns null when there are fewer than 20 such calls
 */
export async function measureUsage(
  db: DatabaseOrTransaction,
  { order, provider }: ReadOrder,
  promptCount: number,
): Promise<ExpectedUsage | null> {
  const [measured] = await db.$queryRaw<Measured[]>`
    SELECT count(*) FILTER (WHERE turn = 0)::int AS "firstCount",
      count(*) FILTER (WHERE turn > 0)::int AS "repairCount",
      coalesce(avg(input_tokens), 0)::float8 AS "inputTokens",
      coalesce(avg(cache_write_5m_tokens), 0)::float8 AS "cacheWrite5mTokens",
      coalesce(avg(cache_write_1h_tokens), 0)::float8 AS "cacheWrite1hTokens",
      coalesce(avg(cache_read_tokens), 0)::float8 AS "cacheReadTokens",
      coalesce(avg(output_tokens), 0)::float8 AS "outputTokens",
      coalesce(stddev_samp(output_tokens), 0)::float8 AS "outputDeviation"
    FROM (
      SELECT l.* FROM llm_call l JOIN generation_run r ON r.id = l.run_id
      WHERE l.provider = ${provider} AND l.model = ${order.model} AND l.output_tokens IS NOT NULL
        AND r.purpose = ${order.purpose}::generation_purpose
        AND r.mode = ${order.mode}::generation_mode
        AND r.few_shot_set_id IS NOT DISTINCT FROM ${order.fewShotSetId}::uuid
      ORDER BY l.id DESC LIMIT ${LOOKED_AT}
    ) AS looked_at`;
  if (measured === undefined) return null;
  const { firstCount, repairCount, outputDeviation, ...means } = measured;
  const basisCount = firstCount + repairCount;
  if (basisCount < MIN_CALLS || firstCount === 0) return null;
  const first = promptCount * order.candidatesPerPrompt;
  const repairs = order.repairTurns > 0 ? repairCount / firstCount : 0;
  const callCount = first * (1 + repairs);
  const spread =
    callCount === 0 || means.outputTokens === 0
      ? 0
      : Z * (outputDeviation / means.outputTokens) * Math.sqrt(1 / basisCount + 1 / callCount);
  const repairRange =
    order.repairTurns > 0 ? wilsonInterval(Math.min(repairCount, firstCount), firstCount) : null;
  const factor = (share: number) => (1 + share) / (1 + repairs);
  return {
    basis: "measured",
    basisCount,
    callCount: Math.round(callCount),
    usage: multiply(means, callCount),
    range: {
      low: Math.max(0, 1 - spread) * Math.min(1, factor(repairRange?.low ?? 0)),
      high: (1 + spread) * Math.max(1, factor(repairRange?.high ?? 0)),
    },
  };
}

function multiply(means: ExpectedUsage["usage"], callCount: number): ExpectedUsage["usage"] {
  return {
    inputTokens: Math.round(means.inputTokens * callCount),
    cacheWrite5mTokens: Math.round(means.cacheWrite5mTokens * callCount),
    cacheWrite1hTokens: Math.round(means.cacheWrite1hTokens * callCount),
    cacheReadTokens: Math.round(means.cacheReadTokens * callCount),
    outputTokens: Math.round(means.outputTokens * callCount),
  };
}
