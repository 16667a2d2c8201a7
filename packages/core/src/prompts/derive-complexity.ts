export const COMPLEXITIES = ["easy", "medium", "medium_hard"] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

/** What a prompt asks for, counted. */
export interface PromptLoad {
  /** Return paths, the fall-through included; a pass over a list that needs memory counts as one more. */
  branches: number;
  parameters: number;
  /** Python quirks that a right answer must handle, such as bool before int. */
  quirks: number;
  /** Special inputs that the prompt names, such as an empty list. */
  edgeCases: number;
}

/** Highest points of a class; chosen so that every category of the catalogue has all three. */
const EASY_LIMIT = 3;
const MEDIUM_LIMIT = 5;

/** The complexity of a prompt, derived from what it asks; the first path and parameter are free. */
export function deriveComplexity({
  branches,
  parameters,
  quirks,
  edgeCases,
}: PromptLoad): Complexity {
  const points = branches - 1 + Math.max(parameters - 1, 0) + 2 * quirks + edgeCases;
  if (points <= EASY_LIMIT) return "easy";
  return points <= MEDIUM_LIMIT ? "medium" : "medium_hard";
}
