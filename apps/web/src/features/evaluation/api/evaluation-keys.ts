import type { ItemFilters } from "../item-filters";

export const evaluationKeys = {
  all: ["evaluations"] as const,
  list: () => [...evaluationKeys.all, "list"] as const,
  one: (id: string) => [...evaluationKeys.all, "one", id] as const,
  items: (id: string, filters: ItemFilters) =>
    [...evaluationKeys.all, "items", id, filters] as const,
  item: (id: string, position: number) => [...evaluationKeys.all, "item", id, position] as const,
};
