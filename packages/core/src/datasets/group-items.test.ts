import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { readSampleCorpus } from "../sample-corpus/testing/read-sample-corpus.ts";
import { type GroupableItem, groupItems } from "./group-items.ts";
import { joinSimilarSets } from "./join-similar-sets.ts";
import { listStretches } from "./list-stretches.ts";
import { reportLeakage } from "./report-leakage.ts";
import { splitGroups } from "./split-groups.ts";
import { DEFAULT_SPLIT_RATIOS } from "./split.schema.ts";

// Slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const IR = { intent: { summary: "Ten characters." }, signature: { name: "f", parameters: [] } };
const TEXTS = [
  "Return the sum of all even numbers in a list of integers, and 0 for an empty list.",
  "Say 'too short' if a password has fewer than eight characters, and 'ok' in every other case.",
  "Find the first word of a sentence that starts with a vowel; None when there is no such word.",
  "Merge two dictionaries, so that the values of the second win.",
];

const word = fc.constantFrom("red", "list", "return", "value", "if", "none", "text", "8");
const promptArbitrary = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
const itemArbitrary: fc.Arbitrary<GroupableItem> = fc.record({
  prompt: promptArbitrary,
  ir: fc.constantFrom(null, null, IR, { ...IR, effects: [{ description: "Return 1." }] }),
  id: fc.option(fc.constantFrom("1", "2", "3", "4", "5", "6"), { nil: null }),
  family: fc.option(fc.constantFrom("x", "y", "z", "v", "w"), { nil: null }),
  parent: fc.option(fc.constantFrom("1", "2", "8", "9"), { nil: null }),
});

/** Sets of 3-word stretches compared pair by pair. */
function compareAll(prompts: string[], minimum: number): Set<string> {
  const sets = prompts.map((prompt) => {
    const words = prompt.split(" ").filter((part) => part !== "");
    return new Set(
      Array.from({ length: Math.max(words.length - 2, 1) }, (_, start) =>
        words.slice(start, start + 3).join(" "),
      ),
    );
  });
  const pairs = new Set<string>();
  for (const [right, one] of sets.entries()) {
    for (const [left, other] of sets.slice(0, right).entries()) {
      const common = [...one].filter((stretch) => other.has(stretch)).length;
      const similarity = common / (one.size + other.size - common);
      if (similarity >= minimum) pairs.add(`${left} ${right} ${similarity}`);
    }
  }
  return pairs;
}

describe("joinSimilarSets", () => {
  it("finds each pair that a comparison of all finds, and no other", () => {
    fc.assert(
      fc.property(
        fc.array(promptArbitrary, { maxLength: 25 }),
        fc.constantFrom(0.1, 0.3, 0.5, 0.7, 0.9, 1),
        (prompts, minimum) => {
          const found = [...joinSimilarSets(prompts.map(listStretches), minimum)].map(
            ({ left, right, similarity }) => `${left} ${right} ${similarity}`,
          );
          expect(new Set(found).size).toBe(found.length);
          expect(new Set(found)).toEqual(compareAll(prompts, minimum));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is blind to case, punctuation and white space", () => {
    const prompts = ["Return  'a', B;\nc!", "return a b C", "???"];
    const pairs = [...joinSimilarSets(prompts.map(listStretches), 1)];
    expect(pairs).toEqual([{ left: 0, right: 1, similarity: 1 }]);
  });
});

describe("groupItems", () => {
  it.each<[string, Partial<GroupableItem>, Partial<GroupableItem>]>([
    ["family", { family: "x" }, { family: "x" }],
    ["parent", { parent: "1" }, { parent: "1" }],
    ["item and its parent", { id: "1" }, { parent: "1" }],
    ["parent given by its prompt", {}, { parent: TEXTS[0] ?? "" }],
    ["prompt", {}, { prompt: ` ${TEXTS[0]?.toUpperCase().replaceAll(" ", "  ")}` }],
    ["near-duplicate", {}, { prompt: TEXTS[0]?.replace("and 0", "and 1") ?? "" }],
    ["IR", { ir: IR }, { ir: { ...IR, effects: [], metadata: { origin: "model" } } }],
  ])("puts together items of one %s", (_, one, other) => {
    const [first = "", second = "", third = ""] = TEXTS;
    const [left, right, apart] = groupItems([
      { prompt: first, ir: null, ...one },
      { prompt: second, ir: null, ...other },
      { prompt: third, ir: null },
    ]);
    expect(left).toBe(right);
    expect(apart).not.toBe(left);
  });

  it("keeps others apart", () => {
    const items = TEXTS.map((prompt, index) => ({
      prompt,
      id: `${index}`,
      family: `f${index}`,
      parent: `p${index}`,
      ir: { ...IR, signature: { ...IR.signature, name: `f${index}` } },
    }));
    expect(groupItems(items)).toEqual(["f0", "f1", "f2", "f3"]);
    const bare = groupItems(
      TEXTS.map((prompt) => ({ prompt, ir: null, family: "", parent: null })),
    );
    expect(new Set(bare).size).toBe(TEXTS.length);
  });

  it("names each item's group alike for any order, and puts in all that its rules join", () => {
    fc.assert(
      fc.property(fc.array(itemArbitrary, { maxLength: 20 }), fc.nat(), (items, turn) => {
        const groups = groupItems(items);
        const at = items.length === 0 ? 0 : turn % items.length;
        const turned = [...items.slice(at), ...items.slice(0, at)].toReversed();
        const back = groupItems(turned).toReversed();
        const cut = items.length - at;
        expect([...back.slice(cut), ...back.slice(0, cut)]).toEqual(groups);
        for (const key of ["family", "parent", "prompt", "id"] as const) {
          const seen = new Map<unknown, string | undefined>();
          for (const [index, item] of items.entries()) {
            const value = item[key];
            if (value === null) continue;
            expect(seen.get(value) ?? groups[index]).toBe(groups[index]);
            seen.set(value, groups[index]);
          }
        }
      }),
    );
  });
});

describe("reportLeakage", () => {
  it("names torn groups and the nearest prompts of two splits", () => {
    const items = [
      { prompt: TEXTS[0] ?? "", group: "a", split: "train" as const },
      { prompt: TEXTS[1] ?? "", group: "b", split: "train" as const },
      { prompt: TEXTS[2] ?? "", group: "b", split: "test" as const },
      { prompt: `${TEXTS[0]} Ignore bool.`, group: "c", split: "test" as const },
    ];
    const { tornGroups, nearest } = reportLeakage(items);
    expect(tornGroups).toEqual(["b"]);
    expect(nearest).toMatchObject({ left: 0, right: 3 });
    expect(nearest?.similarity).toBeGreaterThan(0.8);
    expect(reportLeakage(items.slice(0, 2))).toEqual({ tornGroups: [], nearest: null });
  });

  it("finds no near-duplicate across the splits of the sample corpus", () => {
    const items = readSampleCorpus().records.map(({ prompt, ir, category }) => ({
      prompt,
      ir,
      category,
    }));
    const groups = groupItems(items);
    const grouped = items.map((item, index) => ({ ...item, group: groups[index] ?? "" }));
    const { splits } = splitGroups(grouped, { seed: "7", ratios: DEFAULT_SPLIT_RATIOS });
    const report = reportLeakage(
      grouped.map((item, index) => ({ ...item, split: splits[index] ?? "train" })),
    );
    expect(report.tornGroups).toEqual([]);
    expect(report.nearest?.similarity ?? 0).toBeLessThan(0.7);
  });
});
