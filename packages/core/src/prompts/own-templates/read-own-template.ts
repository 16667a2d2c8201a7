import type { PythonValue } from "../../checks/evaluation/python-value.ts";
import type { PromptSource, SlotChoice } from "../template.ts";
import { findExampleProblems } from "./find-example-problems.ts";
import { findRuleProblems } from "./find-rule-problems.ts";
import type { OwnTemplateDraft, TemplateProblem } from "./own-template.schema.ts";
import { type ReadRule, readRules } from "./read-rules.ts";
import { type ReadSlot, readSlots } from "./read-slots.ts";
import { readTemplateText, type TextPart } from "./read-template-text.ts";
import { writeSlotWords } from "./write-slot-words.ts";

/**
 * Makes a source of prompts of a template that a person wrote.
 * @returns no template when it cannot write anything; an example that it does not write is a problem
 *   beside it. Paths are JSON Pointers into the draft
 */
export function readOwnTemplate(
  id: string,
  draft: OwnTemplateDraft,
): { template: PromptSource | null; problems: TemplateProblem[] } {
  const text = readTemplateText(draft.text);
  const slots = readSlots(draft.slots, text.parts);
  const rules = readRules(draft.rules, slots.slots);
  const problems = [...findBlanks(draft), ...text.problems, ...slots.problems, ...rules.problems];
  if (problems.length === 0) problems.push(...findRuleProblems(rules.rules, slots.slots));
  if (problems.length > 0) return { template: null, problems };
  const template = makeSource(id, draft, text.parts, slots.slots, rules.rules);
  return {
    template,
    problems: findExampleProblems(draft.examples, text.parts, slots.slots, template),
  };
}

function findBlanks({ title, text }: OwnTemplateDraft): TemplateProblem[] {
  return [
    ...(title.trim() === "" ? [{ path: "/title", message: "the title is blank" }] : []),
    ...(text.trim() === "" ? [{ path: "/text", message: "the text is blank" }] : []),
  ];
}

function makeSource(
  id: string,
  { category, title, complexity }: OwnTemplateDraft,
  parts: readonly TextPart[],
  slots: readonly ReadSlot[],
  rules: readonly ReadRule[],
): PromptSource {
  const valuesOf = (choice: SlotChoice) =>
    new Map(
      slots.map(({ name, values }, index): [string, PythonValue] => [
        name,
        values[choice[index] ?? 0] ?? null,
      ]),
    );
  return {
    id,
    category,
    title,
    slots: slots.map(({ name, kind, words }) => ({ name, kind, valueNames: words })),
    phrasingCount: 1,
    findBrokenRules: (choice) =>
      rules
        .filter((rule) => rule.holds(valuesOf(choice)) !== true)
        .map(({ source, names }) => ({ rule: source, slots: names, message: source })),
    writePrompt: (choice) => parts.map((part) => writePart(part, slots, choice)).join(""),
    rate: () => complexity,
  };
}

function writePart(part: TextPart, slots: readonly ReadSlot[], choice: SlotChoice): string {
  if (part.kind === "words") return part.words;
  const index = slots.findIndex(({ name }) => name === part.name);
  const words = slots[index]?.words[choice[index] ?? 0] ?? "";
  return writeSlotWords(part.article, words);
}
