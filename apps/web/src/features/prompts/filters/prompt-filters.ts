import { z } from "zod";

/** Null means that the filter is off; an empty search is off too. */
export interface PromptFilters {
  category: string | null;
  complexity: string | null;
  source: string | null;
  templateId: string | null;
  family: string | null;
  runId: string | null;
  hasIr: "yes" | "no" | null;
  archived: "yes" | null;
  search: string | null;
}

export const NO_FILTERS: PromptFilters = {
  category: null,
  complexity: null,
  source: null,
  templateId: null,
  family: null,
  runId: null,
  hasIr: null,
  archived: null,
  search: null,
};

const LONGEST = 200;

/** Reads an address; what it does not know counts as not given. */
export function readFilters(params: URLSearchParams): PromptFilters {
  const text = (name: keyof PromptFilters) => params.get(name)?.trim().slice(0, LONGEST) || null;
  return {
    category: text("category"),
    complexity: text("complexity"),
    source: text("source"),
    templateId: text("templateId"),
    family: text("family"),
    runId: z.uuid().safeParse(params.get("runId")).data ?? null,
    hasIr: (["yes", "no"] as const).find((known) => known === params.get("hasIr")) ?? null,
    archived: params.get("archived") === "yes" ? "yes" : null,
    search: text("search"),
  };
}

/** The query of an address, with its question mark; empty without filters. */
export function writeFilters(filters: Partial<PromptFilters>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== null && value !== "") params.set(name, value);
  }
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}

export function hasFilters(filters: PromptFilters): boolean {
  return Object.values(filters).some((value) => value !== null);
}
