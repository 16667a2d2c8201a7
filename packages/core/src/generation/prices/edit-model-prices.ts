import { type Database, Prisma } from "@foundry/prisma/client";
import type { z } from "zod";
import { type Actor, authorize } from "../../auth/actor.ts";
import { recordAudit } from "../../database/audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { DomainError } from "../../errors.ts";
import type { editModelPricesSchema, LlmModel, ModelPrices } from "../provider.schema.ts";
import { DEFAULT_MODELS, type ShippedModel } from "./default-models.ts";
import { presentModel } from "./present-model.ts";

type EditModelPrices = z.output<typeof editModelPricesSchema>;

/**
 * Changes what a model costs from now on, in dollars for a million tokens; what was spent stays. A
 * model that is not known yet is added. Null prices put the shipped ones back, and mean "not known"
 * for a model that did not come with the program.
 *
 * @throws DomainError `forbidden`; `prices_unordered` when the price levels leave a gap
 */
export async function editModelPrices(
  db: Database,
  actor: Actor,
  modelId: string,
  { prices, pricedOn }: EditModelPrices,
): Promise<LlmModel> {
  authorize(actor, "generation.manage");
  if (prices !== null) assertOrdered(prices);
  const shipped = DEFAULT_MODELS.find(({ id }) => id === modelId) ?? null;
  return inTransaction(db, async (tx) => {
    const change = {
      prices: prices ?? Prisma.DbNull,
      pricedOn: prices === null || pricedOn === null ? null : new Date(pricedOn),
      editedById: prices === null ? null : actor.userId,
    };
    const row = await tx.llmModel.upsert({
      where: { id: modelId },
      create: { id: modelId, ...describeModel(shipped, modelId), ...change },
      update: change,
    });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "model.prices_changed",
      subjectType: "model",
      subjectId: modelId,
      data: { prices, pricedOn },
    });
    return presentModel(shipped, row);
  });
}

function describeModel(shipped: ShippedModel | null, modelId: string) {
  return { provider: shipped?.provider ?? "anthropic", title: shipped?.title ?? modelId };
}

/** Levels go upwards, and only the last one has no end: then every prompt has one price. */
function assertOrdered(prices: ModelPrices): void {
  const ends = prices.map(({ upToPromptTokens }) => upToPromptTokens ?? Number.POSITIVE_INFINITY);
  const isRising = ends.every((end, index) => index === 0 || end > (ends[index - 1] ?? 0));
  if (isRising && ends.at(-1) === Number.POSITIVE_INFINITY) return;
  throw new DomainError(
    "invalid_input",
    "The price levels must rise, and the last one must have no end. The prices are as they were.",
    { reason: "prices_unordered" },
  );
}
