import type { ModelPrices } from "../provider.schema.ts";

/** What a run uses unless a person chooses. */
export const DEFAULT_MODEL_ID = "claude-sonnet-5-5";

/** The day on which the prices below were looked up at the provider's price list. */
const PRICED_ON = "2026-10-20";

export interface ShippedModel {
  id: string;
  provider: string;
  title: string;
  prices: ModelPrices;
  pricedOn: string;
}

const shared = { batchFactor: 0.5 } as const;

/**
 * The models that come with the program, with dollars for a million tokens. An admin can change
 * the prices and add models; a model that is not known has no price at all, never the price zero.
 */
export const DEFAULT_MODELS: readonly ShippedModel[] = [
  {
    id: DEFAULT_MODEL_ID,
    provider: "anthropic",
    title: "Claude Sonnet 5.5",
    pricedOn: PRICED_ON,
    prices: [
      {
        ...shared,
        upToPromptTokens: null,
        input: 2,
        output: 10,
        cacheWrite5m: 2.5,
        cacheWrite1h: 4,
        cacheRead: 0.1,
      },
    ],
  },
  {
    id: "claude-opus-5-5",
    provider: "anthropic",
    title: "Claude Opus 5.5",
    pricedOn: PRICED_ON,
    prices: [
      {
        ...shared,
        upToPromptTokens: null,
        input: 4,
        output: 20,
        cacheWrite5m: 5,
        cacheWrite1h: 8,
        cacheRead: 0.2,
      },
    ],
  },
  {
    id: "claude-haiku-5-5",
    provider: "anthropic",
    title: "Claude Haiku 5.5",
    pricedOn: PRICED_ON,
    prices: [
      {
        ...shared,
        upToPromptTokens: 100_000,
        input: 0.1,
        output: 0.5,
        cacheWrite5m: 0.125,
        cacheWrite1h: 0.2,
        cacheRead: 0.01,
      },
      {
        ...shared,
        upToPromptTokens: null,
        input: 0.5,
        output: 2.5,
        cacheWrite5m: 0.625,
        cacheWrite1h: 1,
        cacheRead: 0.05,
      },
    ],
  },
];
