/** Why a sample is not in the dataset; the first that holds counts. Titles are for people. */
export const LEFT_OUT_REASONS = {
  benchmark: "Kept for measuring: its prompt belongs to a benchmark",
  category: "Of a category that is not chosen",
  verdict: "With a verdict that is not chosen",
  origin: "From a source that is not chosen",
  provider: "Written by a provider that is excluded",
  schema_invalid: "Its IR does not fit the schema",
  open_hole: "Its IR has an open question",
  duplicate: "The same prompt with an IR that says the same is there already",
  target: "More than asked for",
} as const;
export type LeftOutReason = keyof typeof LEFT_OUT_REASONS;
