import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import type { GenerationEstimate, OrderGeneration } from "../generation.schema.ts";
import { priceCall } from "../prices/price-call.ts";
import type { ModelPrices } from "../provider.schema.ts";
import { type Pricing, readPricing } from "../spend/read-pricing.ts";
import { toUsd } from "../spend/to-usd.ts";
import { assumeUsage } from "./assume-usage.ts";
import type { ExpectedUsage } from "./expected-usage.ts";
import { listObstacles } from "./list-obstacles.ts";
import { listWarnings } from "./list-warnings.ts";
import { measureUsage } from "./measure-usage.ts";
import { readOrder } from "./read-order.ts";
import { summariseChoice } from "./summarise-choice.ts";

/**
 * What a run of an order would do and cost, in dollars, and what is in its way; nothing is stored.
 * @throws DomainError `forbidden`, `invalid_input` when the parts of the order do not fit
 */
export async function estimateGeneration(
  db: Database,
  actor: Actor,
  ordered: OrderGeneration,
): Promise<GenerationEstimate> {
  authorize(actor, "generation.manage");
  const read = await readOrder(db, ordered);
  const choice = await summariseChoice(db, read.order);
  const { order, provider, endpoint } = read;
  const pricing = await readPricing(db, { model: order.model, endpoint });
  const expected =
    provider === null
      ? null
      : ((await measureUsage(db, read, choice.promptCount)) ??
        (await assumeUsage(db, read, choice)));
  const costs = expected === null ? NO_COSTS : describeCosts(expected, pricing, order);
  return {
    promptCount: choice.promptCount,
    leftOutCount: choice.leftOut.noBlueprint,
    byCategory: choice.byCategory,
    ...costs,
    obstacles: await listObstacles(db, read, choice),
    warnings: await listWarnings(db, { read, choice, pricing, costUsd: costs.costUsd }),
  };
}

type Costs = Pick<
  GenerationEstimate,
  "callCount" | "inputTokens" | "outputTokens" | "costUsd" | "basis" | "basisCount" | "pricedOn"
>;

/** Nobody is asked, so nobody is paid. */
const NO_COSTS: Costs = {
  callCount: 0,
  inputTokens: null,
  outputTokens: null,
  costUsd: { low: 0, expected: 0, high: 0 },
  basis: "none",
  basisCount: 0,
  pricedOn: null,
};

function describeCosts(
  { basis, basisCount, callCount, usage, range }: ExpectedUsage,
  { prices, pricedOn }: Pricing,
  { mode }: OrderGeneration,
): Costs {
  const { inputTokens, cacheWrite5mTokens, cacheWrite1hTokens, cacheReadTokens } = usage;
  const costUsd = priceUsage(usage, { prices, callCount, isBatch: mode === "batch" });
  return {
    callCount,
    inputTokens: inputTokens + cacheWrite5mTokens + cacheWrite1hTokens + cacheReadTokens,
    outputTokens: usage.outputTokens,
    costUsd:
      costUsd === null
        ? null
        : { low: costUsd * range.low, expected: costUsd, high: costUsd * range.high },
    basis,
    basisCount,
    pricedOn,
  };
}

/** By the price level of one call, which goes by the length of its prompt. */
function priceUsage(
  usage: ExpectedUsage["usage"],
  {
    prices,
    callCount,
    isBatch,
  }: {
    prices: ModelPrices | null;
    callCount: number;
    isBatch: boolean;
  },
): number | null {
  const share = (tokens: number) => (callCount === 0 ? 0 : Math.round(tokens / callCount));
  const each = {
    inputTokens: share(usage.inputTokens),
    cacheWrite5mTokens: share(usage.cacheWrite5mTokens),
    cacheWrite1hTokens: share(usage.cacheWrite1hTokens),
    cacheReadTokens: share(usage.cacheReadTokens),
    outputTokens: share(usage.outputTokens),
  };
  const cost = priceCall({ usage: each, priceFactor: 1, isBatch }, prices);
  return cost === null ? null : toUsd(cost * BigInt(callCount));
}
