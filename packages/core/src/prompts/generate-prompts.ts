import { createSeededRandom } from "../negatives/seeded-random.ts";
import { TEMPLATES } from "./catalogue.ts";
import type { Complexity } from "./derive-complexity.ts";
import { hashText } from "./hash-text.ts";
import { type CategoryQuota, type ComplexityMix, planQuotas, splitQuotas } from "./plan-quotas.ts";
import { PROMPT_CATEGORIES, type PromptCategory } from "./prompt-category.ts";
import type { PromptRecord } from "./prompt-record.ts";
import { type PromptShortage, PromptShortageError } from "./prompt-shortage-error.ts";
import { NearDuplicateIndex, type Neighbour } from "./similarity/near-duplicate-index.ts";
import { SlotBag } from "./slot-bag.ts";
import { TemplateDeck } from "./template-deck.ts";
import type { PromptSource } from "./template.ts";
import { writePromptRecord } from "./write-prompt-record.ts";

/** Refused prompts in a row after which a template counts as used up. */
const PATIENCE = 60;

export interface PromptOptions {
  count: number;
  /** Any text; the same one gives the same prompts on every machine. */
  seed: string;
  /** All categories when left out. */
  categories?: readonly PromptCategory[];
  /** How many of each category, in place of an even share of `count`. */
  quotas?: Partial<Record<PromptCategory, number>>;
  /** Drawn from beside the catalogue. */
  templates?: readonly PromptSource[];
  complexityMix?: ComplexityMix;
  /** Prompts that exist already: nothing equal or near to them is made. */
  existing?: Iterable<{ id: string; text: string }>;
}

export interface RefusedPrompt {
  record: PromptRecord;
  /** What it would repeat; an id of this run is a family. */
  neighbour: Neighbour;
}

export interface GeneratedPrompts {
  /** In turns by category. */
  records: PromptRecord[];
  refused: RefusedPrompt[];
}

export interface DrawnPrompts extends GeneratedPrompts {
  /** Categories of which there are fewer than asked for. */
  shortages: PromptShortage[];
}

/**
 * Draws prompts from the templates, spread evenly over templates and slot values; exact quotas, no
 * two equal or near-equal.
 *
 * @throws PromptShortageError when the templates cannot give that many
 */
export function generatePrompts(options: PromptOptions): GeneratedPrompts {
  const { shortages, ...generated } = drawPrompts(options);
  if (shortages.length > 0) throw new PromptShortageError(shortages);
  return generated;
}

/** As `generatePrompts`, but gives what there is when the templates cannot give that many. */
export function drawPrompts(options: PromptOptions): DrawnPrompts {
  const steps = drawInSteps(options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** As `drawPrompts`, in steps of a few milliseconds, between which a server can do other things. */
export function* drawInSteps(options: PromptOptions): Generator<undefined, DrawnPrompts> {
  const index = new NearDuplicateIndex();
  for (const { id, text } of options.existing ?? []) index.addUnlessNear(id, text);
  const refused: RefusedPrompt[] = [];
  const templates = [...TEMPLATES, ...(options.templates ?? [])];
  const writers = planOptions(options).map(
    (quota) => new CategoryWriter(quota, { seed: options.seed, templates, index, refused }),
  );
  const records: PromptRecord[] = [];
  let open = writers;
  while (open.length > 0) {
    for (const writer of open) {
      const record = writer.next();
      if (record !== null) records.push(record);
    }
    open = open.filter((writer) => !writer.isDone);
    yield;
  }
  return { records, refused, shortages: writers.flatMap((writer) => writer.listShortages()) };
}

function planOptions({ count, quotas, complexityMix, ...options }: PromptOptions): CategoryQuota[] {
  const chosen = options.categories ?? PROMPT_CATEGORIES;
  const categories = PROMPT_CATEGORIES.filter((category) => chosen.includes(category));
  if (quotas === undefined) return planQuotas(count, categories, complexityMix);
  return splitQuotas(
    categories.flatMap((category) => {
      const own = quotas[category] ?? 0;
      return own === 0 ? [] : [{ category, count: own }];
    }),
    complexityMix,
  );
}

interface WriterParts {
  seed: string;
  templates: readonly PromptSource[];
  index: NearDuplicateIndex;
  refused: RefusedPrompt[];
}

/** Writes the prompts of one category, taking its templates in turns. */
class CategoryWriter {
  private readonly decks: { deck: TemplateDeck; failures: number }[];
  private readonly turns: SlotBag;
  private readonly counts: Record<Complexity, number> = { easy: 0, medium: 0, medium_hard: 0 };
  private usedUp = 0;

  constructor(
    private readonly quota: CategoryQuota,
    private readonly parts: WriterParts,
  ) {
    const random = createSeededRandom(hashText(`${parts.seed}\n${quota.category}`));
    const templates = parts.templates.filter(({ category }) => category === quota.category);
    this.decks = templates.map((template) => ({
      deck: new TemplateDeck(template, random),
      failures: 0,
    }));
    this.turns = new SlotBag(templates.length, random);
  }

  get isDone(): boolean {
    return this.written >= this.quota.count || this.usedUp >= this.decks.length;
  }

  /** The next prompt, or null when the quota is full or the templates are used up. */
  next(): PromptRecord | null {
    while (!this.isDone) {
      const source = this.decks[this.turns.draw()];
      if (source === undefined || source.failures >= PATIENCE) continue;
      const record = this.tryDeck(source.deck);
      if (record !== "used up" && record !== "refused") {
        source.failures = 0;
        this.counts[record.complexity] += 1;
        return record;
      }
      source.failures = record === "used up" ? PATIENCE : source.failures + 1;
      if (source.failures >= PATIENCE) this.usedUp += 1;
    }
    return null;
  }

  listShortages(): PromptShortage[] {
    const { category, count, complexities } = this.quota;
    if (complexities === null) {
      return this.written < count
        ? [{ category, complexity: null, wanted: count, available: this.written }]
        : [];
    }
    return (["easy", "medium", "medium_hard"] as const).flatMap((complexity) => {
      const [wanted, available] = [complexities[complexity], this.counts[complexity]];
      return available < wanted ? [{ category, complexity, wanted, available }] : [];
    });
  }

  private get written(): number {
    return this.counts.easy + this.counts.medium + this.counts.medium_hard;
  }

  private tryDeck(deck: TemplateDeck): PromptRecord | "refused" | "used up" {
    const instance = deck.draw();
    if (instance === null) return "used up";
    const record = writePromptRecord(deck.template, instance);
    const { complexities } = this.quota;
    if (
      complexities !== null &&
      this.counts[record.complexity] >= complexities[record.complexity]
    ) {
      return "refused";
    }
    const neighbour = this.parts.index.addUnlessNear(record.family, record.prompt);
    if (neighbour === null) return record;
    this.parts.refused.push({ record, neighbour });
    return "refused";
  }
}
