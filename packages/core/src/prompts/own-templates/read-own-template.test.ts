import { describe, expect, it } from "vitest";
import { drawPrompts } from "../generate-prompts.ts";
import type { OwnTemplateDraft } from "./own-template.schema.ts";
import { previewOwnTemplate } from "./preview-own-template.ts";
import { readOwnTemplate } from "./read-own-template.ts";

const GOOD: OwnTemplateDraft = {
  title: "Keep a range",
  category: "list_operations",
  complexity: "easy",
  text: "Given a {thing} list, keep what lies between {low} and {high}. Use {{}} for none.",
  slots: [
    { name: "thing", kind: "text", values: ["price", "order"] },
    { name: "low", kind: "number", values: ["1", "5", "9"] },
    { name: "high", kind: "number", values: ["2", "6"] },
  ],
  rules: ["low < high"],
  examples: ["Given an order list, keep what lies between 5 and 6. Use {} for none."],
};

const problemsOf = (change: Partial<OwnTemplateDraft>) =>
  readOwnTemplate("own_x", { ...GOOD, ...change }).problems;
const withSlot = (change: Partial<OwnTemplateDraft["slots"][number]>) => ({
  slots: GOOD.slots.map((slot) => (slot.name === "high" ? { ...slot, ...change } : slot)),
});

describe("a template that a person wrote", () => {
  it("writes its prompts with the article of the value, and keeps its rules", () => {
    const preview = previewOwnTemplate({ draft: GOOD, seed: "7" });
    expect(preview).toMatchObject({ problems: [], combinations: 6, hasMore: false });
    expect(preview.prompts.toSorted()).toEqual([
      "Given a price list, keep what lies between 1 and 2. Use {} for none.",
      "Given a price list, keep what lies between 1 and 6. Use {} for none.",
      "Given a price list, keep what lies between 5 and 6. Use {} for none.",
      "Given an order list, keep what lies between 1 and 2. Use {} for none.",
      "Given an order list, keep what lies between 1 and 6. Use {} for none.",
      "Given an order list, keep what lies between 5 and 6. Use {} for none.",
    ]);
    expect(previewOwnTemplate({ draft: GOOD, seed: "7" })).toEqual(preview);
  });

  it("is drawn from beside the catalogue", () => {
    const { template } = readOwnTemplate("own_x", GOOD);
    const { records } = drawPrompts({
      count: 60,
      quotas: { list_operations: 60 },
      seed: "7",
      templates: template === null ? [] : [template],
    });
    const own = records.filter((record) => record.template === "own_x");
    expect(own.length).toBeGreaterThan(0);
    expect(own[0]).toMatchObject({ category: "list_operations", complexity: "easy" });
    expect(new Set(records.map((record) => record.template)).size).toBeGreaterThan(5);
  });

  it.each([
    [{ title: " " }, "/title", "blank"],
    [{ text: `${GOOD.text} {other}` }, "/text", "`{other}` is no slot"],
    [{ text: `${GOOD.text} {` }, "/text", "has no partner"],
    [{ text: "A {thing} and {low}" }, "/slots/2/name", "does not use this slot"],
    [withSlot({ values: [] }), "/slots/2/values", "no values"],
    [withSlot({ values: ["2", " "] }), "/slots/2/values/1", "blank"],
    [withSlot({ values: ["2", "2"] }), "/slots/2/values/1", "twice"],
    [withSlot({ values: ["2", "many"] }), "/slots/2/values/1", "no number"],
    [withSlot({ name: "low" }), "/slots/2/name", "two slots are called"],
    [withSlot({ name: "lambda" }), "/slots/2/name", "no name"],
    [{ rules: ["low <"] }, "/rules/0", "no Python expression"],
    [{ rules: ["low < high", "low < top"] }, "/rules/1", "`top` is no slot"],
    [{ rules: ["1 < 2"] }, "/rules/0", "names no slot"],
    [{ rules: ["thing < low"] }, "/rules/0", "cannot be worked out"],
    [{ rules: ["low > 100"] }, "/rules/0", "leaves no combination"],
    [{ rules: ["low < high", "low > high"] }, "/rules", "together"],
  ] as [Partial<OwnTemplateDraft>, string, string][])("refuses %j at %s", (change, path, words) => {
    expect(problemsOf(change)).toContainEqual({ path, message: expect.stringContaining(words) });
    expect(readOwnTemplate("own_x", { ...GOOD, ...change }).template).toBeNull();
  });

  it.each([
    ["Given a order list, keep what lies between 5 and 6. Use {} for none.", "after `Given a`"],
    ["Given a price list, keep what lies between 5 and 7. Use {} for none.", "between 5 and`"],
    ["Given a price list, keep what lies between 5 and 6. Use {} for", "stops too early"],
    [
      "Given a price list, keep what lies between 5 and 6. Use {} for none. Thanks.",
      "does not go on",
    ],
    ["Given a price list, keep what lies between 9 and 6. Use {} for none.", "rule `low < high`"],
    ["  ", "blank"],
  ])(
    "says why it does not write the example %j, and writes prompts all the same",
    (text, words) => {
      const draft = { ...GOOD, examples: [...GOOD.examples, text] };
      const { template, problems } = readOwnTemplate("own_x", draft);
      expect(problems).toEqual([{ path: "/examples/1", message: expect.stringContaining(words) }]);
      expect(template).not.toBeNull();
      expect(previewOwnTemplate({ draft, seed: "7" }).prompts).toHaveLength(6);
    },
  );

  it("knows every prompt that it writes as an example", () => {
    const slots = [
      { name: "one", kind: "text" as const, values: ["a", "aa", "aaa", "apple tree", "b"] },
      { name: "two", kind: "text" as const, values: ["a", "aab", "b", "{", "ab"] },
    ];
    const draft = {
      ...GOOD,
      slots,
      text: "{one}{two}, a {one} and {two}.",
      rules: ["one != two"],
      examples: [],
    };
    const { template } = readOwnTemplate("own_x", draft);
    const choices = slots[0]?.values.flatMap((_, one) => [0, 1, 2, 3, 4].map((two) => [one, two]));
    const written = choices?.filter((choice) => template?.findBrokenRules(choice).length === 0);
    expect(written).toHaveLength(23);
    const texts = written?.map((choice) => template?.writePrompt(choice, 0) ?? "") ?? [];
    for (let start = 0; start < texts.length; start += 10) {
      const examples = texts.slice(start, start + 10);
      expect(problemsOf({ ...draft, examples })).toEqual([]);
    }
    expect(problemsOf({ ...draft, examples: ["aab, an aa and b."] })).toEqual([]);
    expect(problemsOf({ ...draft, examples: ["aab, a b and b."] })).toHaveLength(1);
  });

  it("gives up on an example that can be read in too many ways, and says so", () => {
    const slots = Array.from({ length: 12 }, (_, index) => ({
      name: `s${index}`,
      kind: "text" as const,
      values: Array.from({ length: 60 }, (__, value) => "x".repeat(value + 1)),
    }));
    const text = slots.map(({ name }) => `{${name}}`).join("");
    const draft = { ...GOOD, slots, text, rules: ["len(s0) > 59"] };
    expect(problemsOf({ ...draft, examples: ["x".repeat(100)] })).toEqual([
      { path: "/examples/0", message: expect.stringContaining("too many ways") },
    ]);
  });

  it("reads as many combinations as people can write without enumerating them", () => {
    const slots = Array.from({ length: 12 }, (_, index) => ({
      name: `s${index}`,
      kind: "number" as const,
      values: Array.from({ length: 200 }, (__, value) => String(value)),
    }));
    const text = slots.map(({ name }) => `{${name}}`).join(" ");
    const draft = { ...GOOD, slots, text, rules: ["s0 < s1", "s2 != s3"], examples: [] };
    expect(previewOwnTemplate({ draft, seed: "1" })).toMatchObject({ problems: [], hasMore: true });
  });
});
