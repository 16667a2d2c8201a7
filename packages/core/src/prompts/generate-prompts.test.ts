import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { buildPromptBlueprint } from "./build-prompt-blueprint.ts";
import { COMPLEXITIES } from "./derive-complexity.ts";
import { generatePrompts } from "./generate-prompts.ts";
import { PROMPT_CATEGORIES } from "./prompt-category.ts";
import { PromptShortageError } from "./prompt-shortage-error.ts";
import { measureJaccard } from "./similarity/measure-jaccard.ts";
import { NEAR_DUPLICATE_SIMILARITY } from "./similarity/near-duplicate-index.ts";
import { shingleText } from "./similarity/shingle-text.ts";

// Slow when the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

/** Of 300 records as JSON lines; changes with the catalogue, never with the machine. */
const SHA256 = "7f96e3d60dfdd3dd6aafd4789a52ee962fb98936b17fbe41f41c99873e833362";

const countBy = <T>(items: readonly T[], key: (item: T) => string) => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
};

const catchShortage = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof PromptShortageError) return error;
    throw error;
  }
  return undefined;
};

const { records } = generatePrompts({ count: 300, seed: "7" });

describe("generatePrompts", () => {
  it("gives the same bytes for the same seed", () => {
    const lines = records.map((record) => `${JSON.stringify(record)}\n`).join("");
    expect(createHash("sha256").update(lines).digest("hex")).toBe(SHA256);
  });

  it("gives other prompts for another seed", () => {
    const other = generatePrompts({ count: 300, seed: "8" }).records;
    const known = new Set(records.map(({ prompt }) => prompt));
    const isShared = other.filter(({ prompt }) => known.has(prompt));
    expect(isShared.length).toBeLessThan(30);
  });

  it("starts a longer run with the prompts of a shorter one", () => {
    const longer = generatePrompts({ count: 600, seed: "7" }).records;
    expect(longer.slice(0, 300)).toEqual(records);
  });

  it("divides evenly among categories and uses every template", () => {
    expect(countBy(records, ({ category }) => category)).toEqual(
      Object.fromEntries(PROMPT_CATEGORIES.map((category) => [category, 50])),
    );
    const templates = countBy(records, ({ template }) => template);
    expect(Math.max(...Object.values(templates))).toBeLessThanOrEqual(6);
    expect(Object.keys(templates).length).toBe(65);
  });

  it.each([7, 100, 301])("gives exactly %i when categories do not divide it", (count) => {
    const some = generatePrompts({ count, seed: "x" }).records;
    const counts = Object.values(countBy(some, ({ category }) => category));
    expect(some.length).toBe(count);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it("meets a mix of complexities exactly in each category", () => {
    const mix = { easy: 1, medium: 2, medium_hard: 1 };
    const mixed = generatePrompts({ count: 240, seed: "7", complexityMix: mix }).records;
    for (const category of PROMPT_CATEGORIES) {
      const own = mixed.filter((record) => record.category === category);
      expect(countBy(own, ({ complexity }) => complexity)).toEqual({
        easy: 10,
        medium: 20,
        medium_hard: 10,
      });
    }
  });

  it("has every complexity", () => {
    const complexities = countBy(records, ({ complexity }) => complexity);
    for (const complexity of COMPLEXITIES) expect(complexities[complexity]).toBeGreaterThan(30);
  });

  it("makes no two that are equal or near-equal, and no family twice", () => {
    expect(new Set(records.map(({ family }) => family)).size).toBe(300);
    const shingles = records.map(({ prompt }) => shingleText(prompt));
    for (const [index, one] of shingles.entries()) {
      for (const other of shingles.slice(index + 1)) {
        expect(measureJaccard(one, other)).toBeLessThan(NEAR_DUPLICATE_SIMILARITY);
      }
    }
  });

  it("refuses what is near to existing prompts, and says to which", () => {
    const existing = records.map(({ prompt }, index) => ({ id: `old ${index}`, text: prompt }));
    const { records: added, refused } = generatePrompts({ count: 300, seed: "7", existing });
    const known = new Set(existing.map(({ text }) => text));
    expect(added.filter(({ prompt }) => known.has(prompt))).toEqual([]);
    const exact = refused.filter(({ neighbour }) => neighbour.id.startsWith("old "));
    expect(exact.length).toBeGreaterThanOrEqual(300);
    expect(exact[0]?.neighbour).toMatchObject({ id: "old 0", similarity: 1 });
  });

  it("says how many the templates can give when it is not enough", () => {
    const ask = () => generatePrompts({ count: 9_000, seed: "7", categories: ["type_operations"] });
    const error = catchShortage(ask);
    const [shortage] = error?.shortages ?? [];
    expect(shortage).toMatchObject({
      category: "type_operations",
      complexity: null,
      wanted: 9_000,
    });
    const available = shortage?.available ?? 0;
    expect(available).toBeGreaterThan(1_000);
    expect(error?.message).toContain(`type_operations: ${available} of 9000`);
  });

  it("finds the blueprint of a record again", () => {
    for (const record of records) {
      const { ir, inputs } = buildPromptBlueprint(record);
      expect(inputs.every((input) => input.length === ir.signature.parameters.length)).toBe(true);
    }
    const broken = { template: "no_such", slots: {} };
    expect(() => buildPromptBlueprint(broken)).toThrow("No template no_such");
  });
});
