import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { priceEndpoint } from "../prices/price-endpoint.ts";
import { readModels } from "../prices/read-models.ts";
import type { LlmModel, ModelPrices } from "../provider.schema.ts";

/** What is known of a model's price; prices null: nothing, and then no cost can be told. */
export interface Pricing {
  prices: ModelPrices | null;
  pricedOn: string | null;
  lifecycle: LlmModel["lifecycle"];
  retiresAt: string | null;
}

/** The prices of the model of an order, in dollars for a million tokens. */
export async function readPricing(
  db: DatabaseOrTransaction,
  {
    model,
    endpoint,
  }: {
    model: string | null;
    endpoint: { inputPrice: number | null; outputPrice: number | null } | null;
  },
): Promise<Pricing> {
  const unknown: Pricing = { prices: null, pricedOn: null, lifecycle: "unknown", retiresAt: null };
  if (endpoint !== null) return { ...unknown, prices: priceEndpoint(endpoint) };
  const models = await readModels(db);
  return models.find(({ id }) => id === model) ?? unknown;
}
