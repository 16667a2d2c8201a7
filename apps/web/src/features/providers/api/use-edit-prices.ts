import { llmModelSchema, type ModelPrices } from "@foundry/core/generation/provider.schema";
import { api } from "../../../components/api/api-client";
import { useChangeProviders } from "./use-change-providers";

/** Changes what a model costs; null prices put the shipped ones back. */
export function useEditPrices(modelId: string) {
  return useChangeProviders(
    async (changes: { prices: ModelPrices | null; pricedOn: string | null }) => {
      const path = `/api/providers/models/${encodeURIComponent(modelId)}/prices`;
      await api.put(path, changes, llmModelSchema);
    },
  );
}
