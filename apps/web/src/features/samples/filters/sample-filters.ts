import { SAMPLE_STATES } from "@foundry/core/samples/sample-state";

/** What the table of samples can be narrowed by; null means everything. */
export interface SampleFilters {
  state: StateFilter | null;
  category: string | null;
  complexity: string | null;
  /** Id of a check that finds something. */
  check: string | null;
  search: string | null;
}

export const STATE_FILTERS = [...SAMPLE_STATES, "leased"] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

export const NO_FILTERS: SampleFilters = {
  state: null,
  category: null,
  complexity: null,
  check: null,
  search: null,
};

const CHECK_ID = /^[a-z][a-z0-9_]{0,99}$/;
const LONGEST = { category: 100, complexity: 100, search: 200 } as const;

/** Reads an address; what it does not know counts as not given. */
export function readFilters(params: URLSearchParams): SampleFilters {
  const text = (name: keyof typeof LONGEST) =>
    params.get(name)?.trim().slice(0, LONGEST[name]) || null;
  return {
    state: STATE_FILTERS.find((state) => state === params.get("state")) ?? null,
    category: text("category"),
    complexity: text("complexity"),
    check: CHECK_ID.exec(params.get("check") ?? "")?.[0] ?? null,
    search: text("search"),
  };
}

/** The query of an address, with its question mark; empty without filters. */
export function writeFilters(filters: SampleFilters): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== null && value !== "") params.set(name, value);
  }
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}

export function hasFilters(filters: SampleFilters): boolean {
  return Object.values(filters).some((value) => value !== null);
}
