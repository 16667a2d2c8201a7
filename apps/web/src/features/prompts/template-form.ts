import type {
  OwnTemplateDraft,
  TemplateProblem,
} from "@foundry/core/prompts/own-templates/own-template.schema";

type Slot = OwnTemplateDraft["slots"][number];

/** A template as it is typed: values are one text, and every line of the form has a key of its own. */
export interface TemplateForm extends Pick<
  OwnTemplateDraft,
  "title" | "category" | "complexity" | "text"
> {
  slots: SlotField[];
  rules: LineField[];
  examples: LineField[];
}

export interface SlotField extends Pick<Slot, "name" | "kind"> {
  key: number;
  /** One value a line. */
  values: string;
}

/** A rule or an example. */
export interface LineField {
  key: number;
  text: string;
}

export const EMPTY_FORM: TemplateForm = {
  title: "",
  category: "control_flow",
  complexity: "easy",
  text: "",
  slots: [],
  rules: [],
  examples: [],
};

export function toForm({ slots, rules, examples, ...draft }: OwnTemplateDraft): TemplateForm {
  return {
    ...draft,
    slots: slots.map(({ values, ...slot }, key) => ({ ...slot, key, values: values.join("\n") })),
    rules: rules.map((text, key) => ({ key, text })),
    examples: examples.map((text, key) => ({ key, text })),
  };
}

/** What is stored of a form: blank lines, rules and examples are none. */
export function toDraft({ slots, rules, examples, ...form }: TemplateForm): OwnTemplateDraft {
  return {
    ...form,
    slots: slots.map(({ name, kind, values }) => ({
      name: name.trim(),
      kind,
      values: values
        .split("\n")
        .map((value) => value.trim())
        .filter((value) => value !== ""),
    })),
    rules: listWritten(rules).map(({ text }) => text.trim()),
    examples: listWritten(examples).map(({ text }) => text.trim()),
  };
}

/** The next key that no other of these has. */
export function nextKey(fields: readonly { key: number }[]): number {
  return Math.max(-1, ...fields.map(({ key }) => key)) + 1;
}

/** Doubled braces are plain ones. */
const PLACE = /\{\{|\}\}|\{([a-z][a-z0-9_]*)\}/g;

/** The first name in the text that no slot has; empty when all have one. */
export function findNewSlotName({ text, slots }: TemplateForm): string {
  const names = new Set(slots.map(({ name }) => name));
  return (
    [...text.matchAll(PLACE)]
      .map(([, name]) => name)
      .find((name) => name !== undefined && !names.has(name)) ?? ""
  );
}

/** A problem that belongs to a place of the form, as a sentence; null when there is none. */
export function describeAt(problems: readonly TemplateProblem[], path: string): string | null {
  const own = problems.filter(
    (problem) => problem.path === path || problem.path.startsWith(`${path}/`),
  );
  if (own.length === 0) return null;
  return own.map(({ message }) => capitalise(message)).join(". ");
}

/** Place of a rule or an example among those that are sent. */
export function findPlace(lines: readonly LineField[], key: number): number {
  return listWritten(lines).findIndex((line) => line.key === key);
}

function listWritten(lines: readonly LineField[]): LineField[] {
  return lines.filter(({ text }) => text.trim() !== "");
}

function capitalise(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
}
