import type { OrderPrompts } from "@foundry/core/prompt-runs/prompt-run.schema";
import type { OwnTemplateDraft } from "@foundry/core/prompts/own-templates/own-template.schema";
import type { PromptFilters } from "../filters/prompt-filters";

export const promptsKeys = {
  all: ["prompts"] as const,
  list: (filters: PromptFilters) => [...promptsKeys.all, "list", filters] as const,
  detail: (promptId: number) => [...promptsKeys.all, "detail", promptId] as const,
  duplicates: () => [...promptsKeys.all, "duplicates"] as const,
  runs: () => [...promptsKeys.all, "runs"] as const,
  run: (runId: string) => [...promptsKeys.all, "run", runId] as const,
  refusals: (runId: string) => [...promptsKeys.all, "refusals", runId] as const,
  preview: (order: OrderPrompts | null) => [...promptsKeys.all, "preview", order] as const,
  templates: () => [...promptsKeys.all, "templates"] as const,
  template: (id: string) => [...promptsKeys.all, "template", id] as const,
  templatePreview: (draft: OwnTemplateDraft) =>
    [...promptsKeys.all, "template-preview", draft] as const,
};
