import { createSeededRandom } from "../../negatives/seeded-random.ts";
import { TemplateDeck } from "../template-deck.ts";
import type { SlotChoice, Template } from "../template.ts";

/** Valid slot choices of a template, spread over its values. */
export function drawInstances(template: Template, count: number, seed = 1): SlotChoice[] {
  const deck = new TemplateDeck(template, createSeededRandom(seed));
  return Array.from({ length: count }, () => deck.draw()).flatMap((instance) =>
    instance === null ? [] : [instance.choice],
  );
}
