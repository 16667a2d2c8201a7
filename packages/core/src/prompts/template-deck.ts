import { SlotBag } from "./slot-bag.ts";
import type { PromptSource, SlotChoice } from "./template.ts";

/** Draws that may break a rule or repeat in a row before the template counts as used up. */
const PATIENCE = 200;

export interface DrawnInstance {
  choice: SlotChoice;
  phrasing: number;
}

/** Draws combinations of slot values from one template: valid, never twice, evenly over the values. */
export class TemplateDeck {
  private readonly bags: SlotBag[];
  private readonly phrasings: SlotBag;
  private readonly drawn = new Set<string>();

  constructor(
    readonly template: PromptSource,
    random: () => number,
  ) {
    this.bags = template.slots.map(({ valueNames }) => new SlotBag(valueNames.length, random));
    this.phrasings = new SlotBag(template.phrasingCount, random);
  }

  /** @returns null when the combinations are used up, or so nearly that none is found */
  draw(): DrawnInstance | null {
    for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
      const choice = this.bags.map((bag) => bag.draw());
      const key = choice.join(",");
      if (this.drawn.has(key) || this.template.findBrokenRules(choice).length > 0) continue;
      this.drawn.add(key);
      return { choice, phrasing: this.phrasings.draw() };
    }
    return null;
  }
}
