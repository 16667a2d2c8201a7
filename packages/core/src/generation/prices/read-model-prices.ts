import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { ModelPrices } from "../provider.schema.ts";
import { DEFAULT_MODELS } from "./default-models.ts";
import { presentModel } from "./present-model.ts";

/** What a model of Anthropic costs, in dollars for a million tokens; null, never zero, if unknown. */
export async function readModelPrices(
  db: DatabaseOrTransaction,
  modelId: string,
): Promise<{ prices: ModelPrices | null; maxTokens: number | null }> {
  const row = await db.llmModel.findUnique({ where: { id: modelId } });
  const shipped = DEFAULT_MODELS.find(({ id }) => id === modelId) ?? null;
  const { prices, maxTokens } = presentModel(shipped, row);
  return { prices, maxTokens };
}
