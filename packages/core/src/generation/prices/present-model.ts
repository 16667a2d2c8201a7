import type { LlmModel as LlmModelRow } from "@foundry/prisma/client";
import { type LlmModel, modelPricesSchema } from "../provider.schema.ts";
import type { ShippedModel } from "./default-models.ts";

/**
 * A model as the program ships it together with its row; one of the two may be missing. The row of
 * a shipped model keeps what the provider said of it, and prices only when a person entered them.
 */
export function presentModel(shipped: ShippedModel | null, row: LlmModelRow | null): LlmModel {
  const isEdited = row !== null && row.editedById !== null;
  const own = isEdited || shipped === null ? row : null;
  const stored = own?.prices == null ? null : modelPricesSchema.parse(own.prices);
  return {
    id: shipped?.id ?? row?.id ?? "",
    provider: shipped?.provider ?? row?.provider ?? "",
    title: row?.title ?? shipped?.title ?? "",
    prices: own === null ? (shipped?.prices ?? null) : stored,
    pricedOn:
      own === null
        ? (shipped?.pricedOn ?? null)
        : (own.pricedOn?.toISOString().slice(0, 10) ?? null),
    isEdited,
    lifecycle: readLifecycle(row?.lifecycle),
    retiresAt: row?.retiresAt?.toISOString() ?? null,
    maxTokens: row?.maxTokens ?? null,
    lookedAt: row?.lookedAt?.toISOString() ?? null,
  };
}

function readLifecycle(word: string | undefined): LlmModel["lifecycle"] {
  return word === "active" || word === "deprecated" || word === "retired" ? word : "unknown";
}
