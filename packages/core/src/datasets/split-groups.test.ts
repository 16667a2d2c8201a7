import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { splitGroups, type SplittableItem } from "./split-groups.ts";
import { DEFAULT_SPLIT_RATIOS, type SplitRatios, SPLITS } from "./split.schema.ts";

// Slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const groupArbitrary = fc.record({
  name: fc.string({ minLength: 1, maxLength: 6 }),
  category: fc.constantFrom("a", "b", "c", null),
  size: fc.oneof(
    { weight: 5, arbitrary: fc.constant(1) },
    { weight: 2, arbitrary: fc.integer({ min: 2, max: 6 }) },
    { weight: 1, arbitrary: fc.integer({ min: 7, max: 60 }) },
  ),
});
const groupsArbitrary = fc.uniqueArray(groupArbitrary, {
  selector: ({ name }) => name,
  minLength: 1,
  maxLength: 120,
});
const ratiosArbitrary = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
  .map(([one, other]): SplitRatios => {
    const [low, high] = [Math.min(one, other) / 10, Math.max(one, other) / 10];
    return { train: low, validation: high - low, test: 100 - high };
  });
const seedArbitrary = fc.string({ maxLength: 5 });

interface SizedGroup {
  name: string;
  category: string | null;
  size: number;
}

function listItems(groups: readonly SizedGroup[]) {
  return groups.flatMap(({ name, category, size }) =>
    Array.from({ length: size }, (): SplittableItem => ({ group: name, category })),
  );
}

/** Items in each split, of one category or of all. */
function countSplits(items: SplittableItem[], splits: string[], category?: string | null) {
  return SPLITS.map(
    (split) =>
      items.filter(
        (item, index) =>
          splits[index] === split && (category === undefined || item.category === category),
      ).length,
  );
}

function shuffle<T>(values: readonly T[], keys: readonly number[]): T[] {
  return values
    .map((value, index) => ({ value, key: keys[index % keys.length] ?? 0, index }))
    .toSorted((left, right) => left.key - right.key || right.index - left.index)
    .map(({ value }) => value);
}

describe("splitGroups", () => {
  it("tears no group and gives each item the same split in any order", () => {
    fc.assert(
      fc.property(
        groupsArbitrary,
        ratiosArbitrary,
        seedArbitrary,
        fc.array(fc.nat(), { minLength: 1 }),
        (groups, ratios, seed, keys) => {
          const items = listItems(groups);
          const { splits } = splitGroups(items, { seed, ratios });
          const splitOf = new Map(items.map(({ group }, index) => [group, splits[index]]));
          expect(items.map(({ group }) => splitOf.get(group))).toEqual(splits);
          const shuffled = shuffle(items, keys);
          const again = splitGroups(shuffled, { seed, ratios }).splits;
          expect(again).toEqual(shuffled.map(({ group }) => splitOf.get(group)));
        },
      ),
    );
  });

  it("stays within one group of each share of all items", () => {
    fc.assert(
      fc.property(groupsArbitrary, ratiosArbitrary, seedArbitrary, (groups, ratios, seed) => {
        const items = listItems(groups);
        const { splits } = splitGroups(items, { seed, ratios });
        const largest = Math.max(...groups.map(({ size }) => size));
        const counts = countSplits(items, splits);
        for (const [index, split] of SPLITS.entries()) {
          const quota = (items.length * ratios[split]) / 100;
          expect(Math.abs((counts[index] ?? 0) - quota)).toBeLessThanOrEqual(largest);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("balances categories of single items to within two items", () => {
    const singles = groupsArbitrary.map((groups) => groups.map((group) => ({ ...group, size: 1 })));
    fc.assert(
      fc.property(singles, ratiosArbitrary, seedArbitrary, (groups, ratios, seed) => {
        const items = listItems(groups);
        const { splits } = splitGroups(items, { seed, ratios });
        for (const category of new Set(items.map((item) => item.category))) {
          const total = items.filter((item) => item.category === category).length;
          const counts = countSplits(items, splits, category);
          for (const [index, split] of SPLITS.entries()) {
            const off = (counts[index] ?? 0) - (total * ratios[split]) / 100;
            expect(Math.abs(off)).toBeLessThanOrEqual(2 + 1e-6);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("gives nothing to a split without a share", () => {
    fc.assert(
      fc.property(groupsArbitrary, seedArbitrary, (groups, seed) => {
        const items = listItems(groups);
        for (const split of SPLITS) {
          const all = { train: 0, validation: 0, test: 0, [split]: 100 };
          expect(new Set(splitGroups(items, { seed, ratios: all }).splits)).toEqual(
            new Set([split]),
          );
          const none = { train: 50, validation: 50, test: 50, [split]: 0 };
          expect(splitGroups(items, { seed, ratios: none }).splits).not.toContain(split);
        }
      }),
    );
  });

  it("moves few items when others are added", () => {
    const items = Array.from({ length: 600 }, (_, index) => ({
      group: `family ${index}`,
      category: `category ${index % 6}`,
    }));
    const before = splitGroups(items.slice(0, 500), { seed: "7", ratios: DEFAULT_SPLIT_RATIOS });
    const after = splitGroups(items, { seed: "7", ratios: DEFAULT_SPLIT_RATIOS });
    const moved = before.splits.filter((split, index) => split !== after.splits[index]).length;
    // A new draw would move about 34 % of them.
    expect(moved).toBeLessThan(500 * 0.1);
  });

  it("draws anew for another seed", () => {
    const items = listItems(
      Array.from({ length: 100 }, (_, index) => ({ name: `${index}`, category: "a", size: 1 })),
    );
    const [one, other] = ["1", "2"].map((seed) =>
      splitGroups(items, { seed, ratios: DEFAULT_SPLIT_RATIOS }),
    );
    expect(one?.splits).not.toEqual(other?.splits);
    expect(one?.problems.map(({ code }) => code)).toEqual(["one_category"]);
  });

  it.each<[string, SizedGroup[], string[]]>([
    ["nothing", [], ["no_items"]],
    [
      "one group",
      [{ name: "x", category: "a", size: 9 }],
      ["empty_split", "empty_split", "group_larger_than_split", "one_category"],
    ],
    [
      "a family larger than a split",
      [
        { name: "big", category: "a", size: 40 },
        ...Array.from({ length: 60 }, (_, index) => ({
          name: `${index}`,
          category: index % 2 === 0 ? "a" : "b",
          size: 1,
        })),
      ],
      ["group_larger_than_split"],
    ],
  ])("says what is odd about %s", (_, groups, codes) => {
    const { splits, problems } = splitGroups(listItems(groups), {
      seed: "7",
      ratios: DEFAULT_SPLIT_RATIOS,
    });
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(splits).toHaveLength(groups.reduce((sum, { size }) => sum + size, 0));
  });

  it("keeps what does not belong to a large family near its share", () => {
    const items = listItems([
      { name: "big", category: "a", size: 40 },
      ...Array.from({ length: 60 }, (_, index) => ({ name: `${index}`, category: "a", size: 1 })),
    ]);
    const { splits } = splitGroups(items, { seed: "7", ratios: DEFAULT_SPLIT_RATIOS });
    expect(countSplits(items, splits)).toEqual([80, 10, 10]);
  });

  it("refuses shares that are none", () => {
    for (const ratios of [
      { train: 80, validation: 10, test: 11 },
      { train: 120, validation: -10, test: -10 },
    ]) {
      expect(() => splitGroups([], { seed: "7", ratios })).toThrow();
    }
  });
});
