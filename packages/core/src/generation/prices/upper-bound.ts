import type { ModelPrices } from "../provider.schema.ts";
import { priceCall } from "./price-call.ts";

/** A token is hardly ever shorter: English has about four bytes for one, code about three. */
const BYTES_PER_TOKEN = 2;
/** The dearest place. */
const PLACE_FACTOR = 1.1;

/**
 * The most that a call can cost, in billionths of a dollar: short tokens, everything written to the
 * dearest cache, an answer of full length, the dearest price level that the prompt can reach, the
 * dearest place. Null when the price of the model is not known.
 */
export function boundCost(
  call: { requestBytes: number; maxTokens: number; isBatch: boolean },
  prices: ModelPrices | null,
): bigint | null {
  if (prices === null) return null;
  const promptTokens = Math.ceil(call.requestBytes / BYTES_PER_TOKEN);
  const usage = {
    inputTokens: promptTokens,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
    cacheReadTokens: 0,
    outputTokens: call.maxTokens,
  };
  const bounds = listReachable(prices, promptTokens).map((price) => {
    const input = Math.max(price.input, price.cacheWrite5m, price.cacheWrite1h);
    const dearest = [{ ...price, upToPromptTokens: null, input }];
    return priceCall({ usage, isBatch: call.isBatch, priceFactor: PLACE_FACTOR }, dearest) ?? 0n;
  });
  return bounds.reduce((most, bound) => (bound > most ? bound : most), 0n);
}

/** A level begins above the end of the one before it. */
function listReachable(prices: ModelPrices, promptTokens: number): ModelPrices {
  return prices.filter((_, index) => {
    const end = index === 0 ? 0 : (prices[index - 1]?.upToPromptTokens ?? Number.POSITIVE_INFINITY);
    return index === 0 || promptTokens > end;
  });
}
