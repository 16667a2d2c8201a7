import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { GenerationEstimate } from "../generation.schema.ts";
import type { Pricing } from "../spend/read-pricing.ts";
import type { ReadOrder } from "./read-order.ts";
import type { ChoiceSummary } from "./summarise-choice.ts";

/** After so long, a price is worth looking up again. */
const OLD_PRICE_DAYS = 90;
const DAY_MS = 86_400_000;

/** What is worth knowing before the start of a run, each in a sentence. */
export async function listWarnings(
  db: DatabaseOrTransaction,
  {
    read,
    choice,
    pricing,
    costUsd,
  }: {
    read: ReadOrder;
    choice: ChoiceSummary;
    pricing: Pricing;
    costUsd: GenerationEstimate["costUsd"];
  },
): Promise<string[]> {
  const { order, provider, endpoint } = read;
  const warnings = listChoiceWarnings(choice.leftOut);
  if (provider === null) return warnings;
  const [check, limit] = await Promise.all([
    db.providerCheck.findUnique({ where: { subject: endpoint?.id ?? "anthropic" } }),
    db.spendLimit.findUnique({ where: { id: 1 } }),
  ]);
  if (check?.isOk === false) {
    warnings.push(`The last try of ${endpoint?.name ?? "Claude"} failed: ${check.message ?? ""}`);
  }
  warnings.push(...listPriceWarnings(order.model ?? "", pricing));
  const isUnlimited = order.budgetUsd === null && (limit?.limitNanoUsd ?? null) === null;
  if (isUnlimited) {
    warnings.push("Neither the run nor the studio has a money limit.");
  }
  if (order.budgetUsd !== null && costUsd !== null && costUsd.expected > order.budgetUsd) {
    warnings.push("The run is expected to reach its budget before its end, and will wait there.");
  }
  return warnings;
}

function listChoiceWarnings({ benchmark, busy, noBlueprint }: ChoiceSummary["leftOut"]): string[] {
  return [
    ...(benchmark > 0
      ? [`${benchmark} prompts of the benchmark are left out: they measure, and never train.`]
      : []),
    ...(busy > 0 ? [`${busy} prompts are left out: a run that has not ended has them.`] : []),
    ...(noBlueprint > 0
      ? [`${noBlueprint} prompts are left out: they were not written from the catalogue.`]
      : []),
  ];
}

function listPriceWarnings(
  model: string,
  { prices, pricedOn, lifecycle, retiresAt }: Pricing,
): string[] {
  const age = pricedOn === null ? 0 : (Date.now() - Date.parse(pricedOn)) / DAY_MS;
  const end = retiresAt === null ? "soon" : `on ${retiresAt.slice(0, 10)}`;
  return [
    ...(prices === null ? [`The price of ${model} is not known, so no cost can be told.`] : []),
    ...(age > OLD_PRICE_DAYS ? [`The prices were looked up on ${pricedOn}; check them.`] : []),
    ...(lifecycle === "deprecated" ? [`The provider will retire ${model} ${end}.`] : []),
  ];
}
