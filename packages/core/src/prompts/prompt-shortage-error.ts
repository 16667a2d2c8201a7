import { DomainError } from "../errors.ts";
import type { Complexity } from "./derive-complexity.ts";
import type { PromptCategory } from "./prompt-category.ts";

export interface PromptShortage {
  category: PromptCategory;
  /** Null when any complexity was asked for. */
  complexity: Complexity | null;
  wanted: number;
  /** Distinct prompts that the catalogue gave for this seed. */
  available: number;
}

/** The catalogue cannot give as many distinct prompts as were asked for. */
export class PromptShortageError extends DomainError {
  constructor(readonly shortages: readonly PromptShortage[]) {
    const list = shortages.map(describe).join("; ");
    super(
      "invalid_input",
      `The templates cannot give that many distinct prompts. ${list}. Ask for fewer.`,
      {
        reason: "prompt_shortage",
        problems: shortages.map((shortage) => ({
          path: `/categories/${shortage.category}`,
          message: describe(shortage),
        })),
      },
    );
  }
}

function describe({ category, complexity, wanted, available }: PromptShortage): string {
  const kind = complexity === null ? category : `${category}, ${complexity}`;
  return `${kind}: ${available} of ${wanted}`;
}
