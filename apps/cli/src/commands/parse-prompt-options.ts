import type { PromptOptions } from "@foundry/core/prompts/generate-prompts";
import { PROMPT_CATEGORIES, type PromptCategory } from "@foundry/core/prompts/prompt-category";
import { type Command, InvalidArgumentError, Option } from "commander";

/** More would only use up the templates; the error then takes minutes. */
const MAX_COUNT = 100_000;

/** What `prompts` and `blueprints` share. */
export interface PromptFlags {
  count: number;
  seed: string;
  category?: PromptCategory[];
}

export function addPromptOptions(command: Command): Command {
  return command
    .requiredOption("--count <n>", "how many, divided evenly among the categories", parseCount)
    .requiredOption("--seed <text>", "the same seed gives the same bytes on every machine")
    .addOption(
      new Option("--category <category>", "only this category; may be repeated")
        .choices(PROMPT_CATEGORIES)
        .argParser(collectCategory),
    );
}

export function readPromptOptions({ count, seed, category }: PromptFlags): PromptOptions {
  return { count, seed, ...(category === undefined ? {} : { categories: category }) };
}

function parseCount(text: string): number {
  const count = Number(text);
  if (/^\d{1,6}$/.test(text) && count >= 1 && count <= MAX_COUNT) return count;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_COUNT}.`);
}

function collectCategory(text: string, before: PromptCategory[] = []): PromptCategory[] {
  const category = PROMPT_CATEGORIES.find((known) => known === text);
  if (category !== undefined) return [...before, category];
  throw new InvalidArgumentError(`Allowed choices are ${PROMPT_CATEGORIES.join(", ")}.`);
}
