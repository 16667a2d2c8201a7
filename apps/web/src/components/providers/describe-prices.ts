import type { LlmModel } from "@foundry/core/generation/provider.schema";
import { formatPrice } from "../format/format-money";

/** What a model costs, in one line: "$3.00 in, $15.00 out for a million tokens, looked up 2026-11-20". */
export function describePrices({
  prices,
  pricedOn,
}: Pick<LlmModel, "prices" | "pricedOn">): string {
  const first = prices?.[0];
  if (first === undefined) return "Its price is not known, so no cost can be told";
  const sums = `${formatPrice(first.input)} in, ${formatPrice(first.output)} out for a million tokens`;
  return pricedOn === null ? sums : `${sums}, looked up ${pricedOn}`;
}
