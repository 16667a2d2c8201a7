import type { Complexity } from "./derive-complexity.ts";
import type { PromptCategory } from "./prompt-category.ts";

/** A prompt that was written from a template, as it is exported. */
export interface PromptRecord {
  prompt: string;
  category: PromptCategory;
  complexity: Complexity;
  source: "template";
  /** Id of the template. */
  template: string;
  /** The same for all prompts with this template and these slots, and for what derives from them. */
  family: string;
  /** The id of each slot's value, and the phrasing, counted from 0. */
  slots: Record<string, string | number>;
}
