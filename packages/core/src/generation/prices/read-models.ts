import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { type LlmModel, llmModelSchema } from "../provider.schema.ts";
import { DEFAULT_MODELS } from "./default-models.ts";
import { presentModel } from "./present-model.ts";

/**
 * The models that may be used: those that come with the program, in its order, then those that
 * people added. Prices that a person entered go before the shipped ones.
 */
export async function readModels(db: DatabaseOrTransaction): Promise<LlmModel[]> {
  const rows = await db.llmModel.findMany({ orderBy: { id: "asc" } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shipped = DEFAULT_MODELS.map((model) => presentModel(model, byId.get(model.id) ?? null));
  const shippedIds = new Set(DEFAULT_MODELS.map(({ id }) => id));
  const added = rows.filter(({ id }) => !shippedIds.has(id)).map((row) => presentModel(null, row));
  return llmModelSchema.array().parse([...shipped, ...added]);
}
