import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TokenUsage } from "../producers/producer.ts";
import { DEFAULT_MODELS } from "./default-models.ts";
import { priceCall } from "./price-call.ts";
import { priceEndpoint } from "./price-endpoint.ts";
import { boundCost } from "./upper-bound.ts";

const NOTHING: TokenUsage = {
  inputTokens: 0,
  cacheWrite5mTokens: 0,
  cacheWrite1hTokens: 0,
  cacheReadTokens: 0,
  outputTokens: 0,
};

function pricesOf(model: string) {
  return DEFAULT_MODELS.find(({ id }) => id === model)?.prices ?? null;
}

function price(
  model: string,
  usage: Partial<TokenUsage>,
  { isBatch = false, priceFactor = 1 } = {},
): bigint | null {
  return priceCall({ usage: { ...NOTHING, ...usage }, isBatch, priceFactor }, pricesOf(model));
}

describe("priceCall", () => {
  it.each([
    ["claude-sonnet-5-5", { inputTokens: 1_000_000 }, 2_000_000_000n],
    ["claude-sonnet-5-5", { outputTokens: 1_000_000 }, 10_000_000_000n],
    ["claude-sonnet-5-5", { cacheWrite5mTokens: 1_000_000 }, 2_500_000_000n],
    ["claude-sonnet-5-5", { cacheWrite1hTokens: 1_000_000 }, 4_000_000_000n],
    ["claude-sonnet-5-5", { cacheReadTokens: 1_000_000 }, 100_000_000n],
    ["claude-opus-5-5", { inputTokens: 1_000_000, outputTokens: 1_000_000 }, 24_000_000_000n],
    ["claude-haiku-5-5", { inputTokens: 1 }, 100n],
    ["claude-haiku-5-5", { cacheWrite5mTokens: 1 }, 125n],
    ["claude-haiku-5-5", { cacheReadTokens: 1 }, 10n],
  ])("prices %s with %o at %s", (model, usage, expected) => {
    expect(price(model, usage)).toBe(expected);
  });

  it("takes the dearer level for a prompt that is too long by one token, cache included", () => {
    const at = { inputTokens: 40_000, cacheReadTokens: 50_000, cacheWrite5mTokens: 10_000 };
    expect(price("claude-haiku-5-5", at)).toBe(4_000_000n + 500_000n + 1_250_000n);
    const above = { ...at, inputTokens: 40_001 };
    expect(price("claude-haiku-5-5", above)).toBe(20_000_500n + 2_500_000n + 6_250_000n);
  });

  it("does not count the answer into the level", () => {
    const usage = { inputTokens: 100_000, outputTokens: 50_000 };
    expect(price("claude-haiku-5-5", usage)).toBe(10_000_000n + 25_000_000n);
  });

  it("halves a batch and adds a tenth for a place", () => {
    const usage = { inputTokens: 1000, outputTokens: 100 };
    expect(price("claude-sonnet-5-5", usage)).toBe(3_000_000n);
    expect(price("claude-sonnet-5-5", usage, { isBatch: true })).toBe(1_500_000n);
    expect(price("claude-sonnet-5-5", usage, { priceFactor: 1.1 })).toBe(3_300_000n);
    expect(price("claude-sonnet-5-5", usage, { isBatch: true, priceFactor: 1.1 })).toBe(1_650_000n);
  });

  it("rounds to the nearest billionth", () => {
    expect(price("claude-haiku-5-5", { cacheWrite5mTokens: 1 }, { isBatch: true })).toBe(63n);
  });

  it("has no price, and not the price 0, for an unknown model or unknown tokens", () => {
    expect(price("claude-none", { inputTokens: 1 })).toBeNull();
    const reply = { usage: null, isBatch: false, priceFactor: 1 };
    expect(priceCall(reply, pricesOf("claude-sonnet-5-5"))).toBeNull();
  });

  it("adds up a hundred thousand calls to the cent", () => {
    const one = price("claude-sonnet-5-5", { cacheReadTokens: 3, outputTokens: 7 }) ?? 0n;
    expect(one * 100_000n).toBe(7_030_000_000n);
  });
});

describe("priceEndpoint", () => {
  it("is known only when both directions are", () => {
    expect(priceEndpoint({ inputPrice: 1, outputPrice: null })).toBeNull();
    expect(priceEndpoint({ inputPrice: null, outputPrice: 1 })).toBeNull();
    const prices = priceEndpoint({ inputPrice: 0, outputPrice: 1.5 });
    const usage = { ...NOTHING, inputTokens: 9, outputTokens: 2 };
    expect(priceCall({ usage, isBatch: false, priceFactor: 1 }, prices)).toBe(3000n);
  });
});

describe("boundCost", () => {
  it("is null for an unknown price", () => {
    expect(boundCost({ requestBytes: 1, maxTokens: 1, isBatch: false }, null)).toBeNull();
  });

  it("is never below what the call costs", () => {
    const counts = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...DEFAULT_MODELS),
        fc.record({
          inputTokens: counts,
          cacheWrite5mTokens: counts,
          cacheWrite1hTokens: counts,
          cacheReadTokens: counts,
          outputTokens: fc.integer({ min: 0, max: 20_000 }),
        }),
        fc.boolean(),
        fc.constantFrom(1, 1.1),
        ({ prices }, usage, isBatch, priceFactor) => {
          const { outputTokens, ...prompt } = usage;
          const promptTokens = Object.values(prompt).reduce((sum, count) => sum + count, 0);
          const call = { requestBytes: promptTokens * 2, maxTokens: outputTokens, isBatch };
          const cost = priceCall({ usage, isBatch, priceFactor }, prices) ?? 0n;
          expect((boundCost(call, prices) ?? 0n) >= cost).toBe(true);
        },
      ),
    );
  });

  it("does not hold back the dearer level for a prompt that cannot reach it", () => {
    const prices = pricesOf("claude-haiku-5-5");
    const call = { requestBytes: 20_000, maxTokens: 1000, isBatch: false };
    const dollars = Number(boundCost(call, prices)) / 1e9;
    expect(dollars).toBeCloseTo((10_000 * 0.2 + 1000 * 0.5) * 1.1e-6, 9);
  });
});
