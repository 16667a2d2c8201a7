import type { FewShotRecipe } from "@foundry/core/generation/few-shot.schema";
import type { OrderGeneration } from "@foundry/core/generation/generation.schema";
import type { CallFilters } from "./use-llm-calls";
import type { ItemFilters } from "./use-generation-items";

export const generationKeys = {
  all: ["generation"] as const,
  runs: () => [...generationKeys.all, "runs"] as const,
  run: (runId: string) => [...generationKeys.all, "run", runId] as const,
  /** All lists of one run, whatever their filters. */
  parts: (runId: string) => [...generationKeys.all, "parts", runId] as const,
  items: (runId: string, filters: ItemFilters) =>
    [...generationKeys.parts(runId), "items", filters] as const,
  failures: (runId: string) => [...generationKeys.parts(runId), "failures"] as const,
  calls: (filters: CallFilters) =>
    filters.runId === null
      ? ([...generationKeys.all, "calls", filters] as const)
      : ([...generationKeys.parts(filters.runId), "calls", filters] as const),
  call: (callId: string) => [...generationKeys.all, "call", callId] as const,
  candidates: (runId: string, itemId: string) =>
    [...generationKeys.parts(runId), "candidates", itemId] as const,
  estimate: (order: OrderGeneration | null) => [...generationKeys.all, "estimate", order] as const,
  fewShotSets: () => [...generationKeys.all, "few-shot-sets"] as const,
  fewShotSet: (setId: string) => [...generationKeys.all, "few-shot-set", setId] as const,
  fewShotPreview: (recipe: FewShotRecipe | null) =>
    [...generationKeys.all, "few-shot-preview", recipe] as const,
};
