import { describe, expect, it, vi } from "vitest";
import { checkIr } from "../checks/check-ir.ts";
import { TEMPLATES } from "./catalogue.ts";
import { PROMPT_CATEGORIES } from "./prompt-category.ts";
import { drawInstances } from "./testing/draw-instances.ts";

// Slow when the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const INSTANCES = 60;

/** What grammar never allows, whatever the slots are. */
const SMELLS: readonly [name: string, pattern: RegExp][] = [
  ["two spaces", / {2}/],
  ["an unfilled slot", /[{}]{1}(?<!\{\{|\}\})(?![{}])|undefined|NaN\b|\[object|\$\{/],
  [
    "a wrong article",
    /\b[Aa] (?:[aeio]|u(?!n[ei]|s[eai]|r[ai]|til))\w+|\b[Aa]n (?:[bcdfgjklmnpqrstvwxyz])\w{2,}/,
  ],
  ["a word twice", /\b([a-z]+) \1\b/i],
  ["a space before a mark", / [,;:](?!\w)| \.(?![.\w'])/],
  ["a doubled mark", /[,;:]{2}|(?<!\.)\.\.(?!\.|')|\.,/],
  ["a small letter at the start of a sentence", /(?<!\.)[a-z]\. [a-z](?!\w*\()/],
  ["one of many", /\b1 (?:characters|entries|words|days|places|steps)\b/],
];

const withoutQuotes = (prompt: string) => prompt.replaceAll(/'[^']*'/g, "'x'");

describe("the catalogue", () => {
  it("has at least ten templates in each category, under different ids", () => {
    for (const category of PROMPT_CATEGORIES) {
      const count = TEMPLATES.filter((template) => template.category === category).length;
      expect(count, category).toBeGreaterThanOrEqual(10);
    }
    expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length);
  });

  it.each(TEMPLATES)("$id names the values of its slots distinctly", (template) => {
    for (const { name, valueNames } of template.slots) {
      expect(valueNames.length, name).toBeGreaterThan(1);
      expect(new Set(valueNames).size, name).toBe(valueNames.length);
    }
    expect(template.phrasingCount).toBeGreaterThanOrEqual(2);
    expect(template.phrasingCount).toBeLessThanOrEqual(4);
  });

  it.each(TEMPLATES)("$id writes clean English", (template) => {
    for (const choice of drawInstances(template, INSTANCES)) {
      for (let phrasing = 0; phrasing < template.phrasingCount; phrasing += 1) {
        const prompt = template.writePrompt(choice, phrasing);
        expect(prompt).toMatch(/^(?:[A-Z]|'[^']+')/);
        expect(prompt).toMatch(/[.?]$/);
        for (const [name, pattern] of SMELLS) {
          const isClean = !pattern.test(withoutQuotes(prompt));
          expect(isClean, `${name}: ${prompt}`).toBe(true);
        }
      }
    }
  });

  it.each(TEMPLATES)("$id explains each slot combination that it refuses", (template) => {
    const slots = new Set(template.slots.map(({ name }) => name));
    const choices = drawInstances(template, 1).flatMap((choice) =>
      template.slots.flatMap(({ valueNames }, slot) =>
        valueNames.map((_, value) => choice.map((old, index) => (index === slot ? value : old))),
      ),
    );
    for (const broken of choices.flatMap((choice) => template.findBrokenRules(choice))) {
      expect(broken.message.length).toBeGreaterThan(20);
      expect(broken.slots.every((slot) => slots.has(slot))).toBe(true);
    }
  });

  it.each(TEMPLATES)("$id has no finding above info", (template) => {
    for (const choice of drawInstances(template, 12)) {
      for (let phrasing = 0; phrasing < template.phrasingCount; phrasing += 1) {
        const prompt = template.writePrompt(choice, phrasing);
        const { ir } = template.buildBlueprint(choice);
        const { isSchemaValid, findings } = checkIr(prompt, JSON.stringify(ir));
        expect(isSchemaValid).toBe(true);
        const bad = findings.filter(({ severity }) => severity !== "info");
        expect(bad.map(({ path, message }) => `${path} ${message}: ${prompt}`)).toEqual([]);
      }
    }
  });
});
