import type { ModelPrices } from "../provider.schema.ts";

/**
 * The prices of an endpoint, which has one for each direction and no cache or batch of its own.
 * Null, never zero, unless both are known.
 */
export function priceEndpoint({
  inputPrice,
  outputPrice,
}: {
  inputPrice: number | null;
  outputPrice: number | null;
}): ModelPrices | null {
  if (inputPrice === null || outputPrice === null) return null;
  return [
    {
      upToPromptTokens: null,
      input: inputPrice,
      output: outputPrice,
      cacheWrite5m: inputPrice,
      cacheWrite1h: inputPrice,
      cacheRead: inputPrice,
      batchFactor: 1,
    },
  ];
}
