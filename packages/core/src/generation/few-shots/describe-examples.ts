import type { FewShotPreview } from "../few-shot.schema.ts";
import { priceCall } from "../prices/price-call.ts";
import type { TokenUsage } from "../producers/producer.ts";
import type { LlmModel } from "../provider.schema.ts";
import { toUsd } from "../spend/to-usd.ts";
import type { FewShotSource } from "./few-shot-source.ts";
import { measureExamples } from "./measure-examples.ts";

const NOTHING: TokenUsage = {
  inputTokens: 0,
  cacheWrite5mTokens: 0,
  cacheWrite1hTokens: 0,
  cacheReadTokens: 0,
  outputTokens: 0,
};

/** How long examples are, and what one request pays for them, in dollars, with each model. */
export function describeExamples(
  examples: readonly FewShotSource[],
  models: readonly LlmModel[],
): Omit<FewShotPreview, "warnings"> {
  const tokens = measureExamples(examples);
  return {
    exampleCount: examples.length,
    byCategory: countByCategory(examples),
    tokens,
    isTokensCounted: false,
    examples: [...examples],
    costs: models.flatMap((model) => {
      const first = price(model, { ...NOTHING, cacheWrite5mTokens: tokens });
      const cached = price(model, { ...NOTHING, cacheReadTokens: tokens });
      return first === null || cached === null
        ? []
        : [{ model: model.id, firstUsd: toUsd(first), cachedUsd: toUsd(cached) }];
    }),
  };
}

/** In the order in which the categories first come. */
function countByCategory(examples: readonly FewShotSource[]): FewShotPreview["byCategory"] {
  const counts = new Map<string | null, number>();
  for (const { category } of examples) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts].map(([category, count]) => ({ category, count }));
}

function price({ prices }: LlmModel, usage: TokenUsage): bigint | null {
  return priceCall({ usage, priceFactor: 1, isBatch: false }, prices);
}
