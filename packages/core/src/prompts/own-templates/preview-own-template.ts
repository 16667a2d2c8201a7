import { createSeededRandom } from "../../negatives/seeded-random.ts";
import { hashText } from "../hash-text.ts";
import { TemplateDeck } from "../template-deck.ts";
import type { PromptSource } from "../template.ts";
import { countCombinations } from "./list-combinations.ts";
import type { PreviewTemplate, TemplatePreview } from "./own-template.schema.ts";
import { readOwnTemplate } from "./read-own-template.ts";

const SHOWN = 8;
/** Combinations that are counted one by one; of more, the number is an estimate from below. */
const COUNTED = 20_000;

/** What a draft would write: a few prompts, how many there are, and what is wrong with it. */
export function previewOwnTemplate({ draft, seed }: PreviewTemplate): TemplatePreview {
  const { template, problems } = readOwnTemplate("preview", draft);
  if (template === null) return { problems, prompts: [], combinations: 0, hasMore: false };
  const deck = new TemplateDeck(template, createSeededRandom(hashText(seed)));
  const prompts: string[] = [];
  while (prompts.length < SHOWN) {
    const instance = deck.draw();
    if (instance === null) break;
    prompts.push(template.writePrompt(instance.choice, instance.phrasing));
  }
  return { problems, prompts, ...countValid(template) };
}

function countValid(template: PromptSource): { combinations: number; hasMore: boolean } {
  const sizes = template.slots.map(({ valueNames }) => valueNames.length);
  const total = countCombinations(template.slots.map(({ valueNames }) => ({ values: valueNames })));
  let combinations = 0;
  for (let position = 0; position < Math.min(total, COUNTED); position += 1) {
    let rest = position;
    const choice = sizes.map((size) => {
      const index = rest % size;
      rest = Math.floor(rest / size);
      return index;
    });
    if (template.findBrokenRules(choice).length === 0) combinations += 1;
  }
  return { combinations, hasMore: total > COUNTED };
}
