/** Where a sample stands in review. `pending` covers leased ones: a lease is not a decision. */
export const SAMPLE_STATES = ["pending", "accepted", "corrected", "rejected"] as const;
export type SampleState = (typeof SAMPLE_STATES)[number];

export const CATEGORIES = [
  "control_flow",
  "list_operations",
  "string_manipulation",
  "type_operations",
  "mathematical",
  "edge_cases",
] as const;

export const COMPLEXITIES = ["easy", "medium", "medium_hard"] as const;
