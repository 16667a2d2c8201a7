import type { ProducerReply, TokenUsage } from "../producers/producer.ts";
import type { ModelPrices } from "../provider.schema.ts";

/** Prices and factors are counted in millionths, so that sums are whole numbers. */
const MILLION = 1_000_000;
/** From millionths of a dollar for a million tokens, with a factor in millionths, twice. */
const TO_NANO = 1_000_000_000_000_000n;

type ModelPrice = ModelPrices[number];

/**
 * What a call cost, in billionths of a dollar, rounded to the nearest. Null, never zero, when the
 * price of the model or the usage is not known.
 *
 * The price level goes by all tokens of the prompt, those from the cache included.
 */
export function priceCall(
  { usage, isBatch, priceFactor }: Pick<ProducerReply, "usage" | "isBatch" | "priceFactor">,
  prices: ModelPrices | null,
): bigint | null {
  if (usage === null || prices === null) return null;
  const price = findPrice(prices, countPromptTokens(usage));
  if (price === null) return null;
  const millionths =
    multiply(usage.inputTokens, price.input) +
    multiply(usage.cacheWrite5mTokens, price.cacheWrite5m) +
    multiply(usage.cacheWrite1hTokens, price.cacheWrite1h) +
    multiply(usage.cacheReadTokens, price.cacheRead) +
    multiply(usage.outputTokens, price.output);
  const factors = toMillionths(isBatch ? price.batchFactor : 1) * toMillionths(priceFactor);
  return (millionths * factors + TO_NANO / 2n) / TO_NANO;
}

function countPromptTokens(usage: TokenUsage): number {
  const written = usage.cacheWrite5mTokens + usage.cacheWrite1hTokens;
  return usage.inputTokens + written + usage.cacheReadTokens;
}

function findPrice(prices: ModelPrices, promptTokens: number): ModelPrice | null {
  const fits = ({ upToPromptTokens }: ModelPrice) =>
    upToPromptTokens === null || promptTokens <= upToPromptTokens;
  return prices.find(fits) ?? null;
}

function multiply(tokens: number, price: number): bigint {
  return BigInt(tokens) * toMillionths(price);
}

function toMillionths(amount: number): bigint {
  return BigInt(Math.round(amount * MILLION));
}
