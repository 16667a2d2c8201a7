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
  rules: RuleField[];
}

export interface SlotField extends Pick<Slot, "name" | "kind"> {
  key: number;
  /** One value a line. */
  values: string;
}

export interface RuleField {
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
};

export function toForm({ slots, rules, ...draft }: OwnTemplateDraft): TemplateForm {
  return {
    ...draft,
    slots: slots.map(({ values, ...slot }, key) => ({ ...slot, key, values: values.join("\n") })),
    rules: rules.map((text, key) => ({ key, text })),
  };
}

/** What is stored of a form: blank lines and blank rules are none. */
export function toDraft({ slots, rules, ...form }: TemplateForm): OwnTemplateDraft {
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
    rules: rules.map(({ text }) => text.trim()).filter((rule) => rule !== ""),
  };
}

/** The next key that no slot or rule of the form has. */
export function nextKey({ slots, rules }: TemplateForm): number {
  return Math.max(-1, ...slots.map(({ key }) => key), ...rules.map(({ key }) => key)) + 1;
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

/** Place of a rule among those that are sent. */
export function pathOfRule(rules: readonly RuleField[], key: number): string {
  const sent = rules.filter(({ text }) => text.trim() !== "");
  return `/rules/${sent.findIndex((rule) => rule.key === key)}`;
}

function capitalise(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
}
