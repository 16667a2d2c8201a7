import { metricIdSchema } from "@foundry/core/evaluation/evaluation.schema";
import type { MetricId } from "@foundry/core/evaluation/metrics";

/** Which items of a metric are shown; the words stand in the address. */
export const ITEM_SELECTIONS = ["all", "base-wrong", "adapter-wrong", "won", "lost"] as const;
export type ItemSelection = (typeof ITEM_SELECTIONS)[number];

export interface ItemFilters {
  /** Null: every item. */
  metric: MetricId | null;
  /** "all" without a metric. */
  selection: ItemSelection;
}

/** As the address says it; what makes no sense is left out. */
export function readItemFilters(query: URLSearchParams): ItemFilters {
  const metric = metricIdSchema.safeParse(query.get("metric")).data ?? null;
  if (metric === null) return { metric, selection: "all" };
  const flip = query.get("flip");
  if (flip === "win") return { metric, selection: "won" };
  if (flip === "loss") return { metric, selection: "lost" };
  const model = query.get("model");
  if (model === "base" || model === "adapter") return { metric, selection: `${model}-wrong` };
  return { metric, selection: "all" };
}

const PARAMETERS: Record<ItemSelection, Record<string, string>> = {
  all: {},
  "base-wrong": { model: "base" },
  "adapter-wrong": { model: "adapter" },
  won: { flip: "win" },
  lost: { flip: "loss" },
};

/** For the address of a page and for the API, which use the same names. */
export function writeItemFilters({ metric, selection }: ItemFilters): URLSearchParams {
  const query = new URLSearchParams();
  if (metric === null) return query;
  query.set("metric", metric);
  for (const [name, value] of Object.entries(PARAMETERS[selection])) query.set(name, value);
  return query;
}
