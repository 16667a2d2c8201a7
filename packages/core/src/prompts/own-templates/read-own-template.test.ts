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

  it("reads as many combinations as people can write without enumerating them", () => {
    const slots = Array.from({ length: 12 }, (_, index) => ({
      name: `s${index}`,
      kind: "number" as const,
      values: Array.from({ length: 200 }, (__, value) => String(value)),
    }));
    const text = slots.map(({ name }) => `{${name}}`).join(" ");
    const draft = { ...GOOD, slots, text, rules: ["s0 < s1", "s2 != s3"] };
    expect(previewOwnTemplate({ draft, seed: "1" })).toMatchObject({ problems: [], hasMore: true });
  });
});
