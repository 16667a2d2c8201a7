/** The categories of IR.md section 4 that templates write prompts for, in the order of the output. */
export const PROMPT_CATEGORIES = [
  "control_flow",
  "list_operations",
  "string_manipulation",
  "type_operations",
  "mathematical",
  "edge_cases",
] as const;

export type PromptCategory = (typeof PROMPT_CATEGORIES)[number];
