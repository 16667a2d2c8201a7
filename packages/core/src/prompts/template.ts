import type { Blueprint } from "./blueprint.ts";
import { type Complexity, deriveComplexity, type PromptLoad } from "./derive-complexity.ts";
import type { PromptCategory } from "./prompt-category.ts";

/** What kind of thing fills a slot; the same kind gets the same editor. */
type SlotKind = "word" | "label" | "number" | "threshold" | "type" | "choice";

/** A plain value, or words and facts that belong together under one id. */
export type SlotValue = string | number | { readonly id: string };

export interface Slot<Value extends SlotValue> {
  kind: SlotKind;
  values: readonly Value[];
}

type Slots = Readonly<Record<string, Slot<SlotValue>>>;
type ValuesOf<S extends Slots> = { readonly [Name in keyof S]: S[Name]["values"][number] };

/** A combination of slot values that makes no sense, and why. */
interface Rule<S extends Slots> {
  name: string;
  /** Slots that are at fault when the rule is broken. */
  slots: readonly (keyof S & string)[];
  message: string;
  holds(values: ValuesOf<S>): boolean;
}

interface TemplateDraft<S extends Slots> {
  /** snake_case, unique, never reused: it stands in stored prompts. */
  id: string;
  category: PromptCategory;
  title: string;
  slots: S;
  rules?: readonly Rule<S>[];
  /** Ways in which an engineer would ask for it; all mean exactly the same. */
  phrasings: readonly ((values: ValuesOf<S>) => string)[];
  /** What this prompt asks for; the parameters are counted in the blueprint. */
  load(values: ValuesOf<S>): Omit<PromptLoad, "parameters">;
  blueprint(values: ValuesOf<S>): Blueprint;
}

/** An index into the values of each slot, in the order of the slots. */
export type SlotChoice = readonly number[];

export interface BrokenRule {
  rule: string;
  slots: readonly string[];
  message: string;
}

/** What the generator draws from; the templates that people write are no more than this. */
export interface PromptSource {
  id: string;
  category: PromptCategory;
  title: string;
  slots: readonly { name: string; kind: string; valueNames: readonly string[] }[];
  phrasingCount: number;
  findBrokenRules(choice: SlotChoice): BrokenRule[];
  writePrompt(choice: SlotChoice, phrasing: number): string;
  rate(choice: SlotChoice): Complexity;
}

/** A template without the types of its own slots. */
export interface Template extends PromptSource {
  slots: readonly { name: string; kind: SlotKind; valueNames: readonly string[] }[];
  buildBlueprint(choice: SlotChoice): Blueprint;
}

/** Makes a template of its draft, whose functions are checked against its own slots. */
export function defineTemplate<const S extends Slots>(draft: TemplateDraft<S>): Template {
  const slots = Object.entries(draft.slots);
  const read = (choice: SlotChoice) =>
    Object.fromEntries(
      slots.map(([name, { values }], index) => [name, values[choice[index] ?? 0]]),
    ) as ValuesOf<S>;
  return {
    id: draft.id,
    category: draft.category,
    title: draft.title,
    slots: slots.map(([name, { kind, values }]) => ({
      name,
      kind,
      valueNames: values.map(nameSlotValue),
    })),
    phrasingCount: draft.phrasings.length,
    findBrokenRules: (choice) =>
      (draft.rules ?? [])
        .filter((rule) => !rule.holds(read(choice)))
        .map(({ name, slots: names, message }) => ({ rule: name, slots: names, message })),
    writePrompt: (choice, phrasing) => draft.phrasings[phrasing]?.(read(choice)) ?? "",
    rate: (choice) => {
      const values = read(choice);
      const parameters = draft.blueprint(values).ir.signature.parameters.length;
      return deriveComplexity({ ...draft.load(values), parameters });
    },
    buildBlueprint: (choice) => draft.blueprint(read(choice)),
  };
}

function nameSlotValue(value: SlotValue): string {
  return typeof value === "object" ? value.id : String(value);
}
