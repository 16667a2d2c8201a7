import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { writeChatRow, writeOriginalRow, writePreferenceRow } from "./chat-row.ts";
import { compose, type DatasetCandidate } from "./compose.ts";
import { hashDataset } from "./content-hash.ts";
import { DEFAULT_RECIPE, datasetRecipeSchema } from "./recipe.schema.ts";
import { SYSTEM_PROMPT, SYSTEM_PROMPT_SHA256, SYSTEM_PROMPT_VERSION } from "./system-prompt.ts";

// Slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const IR = { signature: { parameters: [], name: "f" }, intent: { summary: "Ten characters." } };

function candidate(id: number, change: Partial<DatasetCandidate> = {}): DatasetCandidate {
  return {
    id,
    prompt: `Prompt ${id}`,
    category: id % 2 === 0 ? "even" : "odd",
    verdict: "accepted",
    origin: "imported",
    provider: null,
    isBenchmark: false,
    ir: IR,
    ...change,
  };
}

const { filters, targets, seed } = DEFAULT_RECIPE;
const numbered = (count: number) => Array.from({ length: count }, (_, index) => candidate(index));
const idsOf = (chosen: { id: number }[]) => chosen.map(({ id }) => id);

describe("compose", () => {
  it("starts from a recipe that is one", () => {
    expect(datasetRecipeSchema.parse(DEFAULT_RECIPE)).toEqual(DEFAULT_RECIPE);
  });

  it("leaves out each sample for its first reason and counts it once", () => {
    const hole = { identifier: "h", type_hint: "int" };
    const candidates = [
      candidate(1),
      candidate(2, { isBenchmark: true, verdict: "corrected" }),
      candidate(3, { category: "other" }),
      candidate(4, { category: null }),
      candidate(5, { verdict: "corrected" }),
      candidate(6, { origin: "blueprint" }),
      candidate(7, { provider: "anthropic" }),
      candidate(8, { ir: { intent: {} } }),
      candidate(9, { ir: { ...IR, intent: { ...IR.intent, holes: [hole] } } }),
      candidate(10, { prompt: " prompt  1", ir: { ...IR, effects: [] } }),
      candidate(11, { prompt: "prompt 1", ir: { ...IR, effects: [{ description: "Do." }] } }),
    ];
    const { chosen, leftOut } = compose(candidates.toReversed(), {
      filters: {
        categories: ["odd", "even"],
        verdicts: ["accepted"],
        origins: ["imported"],
        excludedProviders: ["anthropic"],
      },
      targets,
      seed,
    });
    expect(idsOf(chosen)).toEqual([1, 11]);
    expect(leftOut.map(({ reason, firstIds }) => [reason, firstIds])).toEqual([
      ["benchmark", [2]],
      ["category", [3, 4]],
      ["verdict", [5]],
      ["origin", [6]],
      ["provider", [7]],
      ["schema_invalid", [8]],
      ["open_hole", [9]],
      ["duplicate", [10]],
    ]);
  });

  it("takes no more than asked for and says where there are fewer", () => {
    const wanted = {
      total: null,
      categories: [
        { category: "even", count: 3 },
        { category: "odd", count: 20 },
        { category: null, count: 1 },
      ],
    };
    const { chosen, leftOut, shortfalls } = compose(numbered(20), {
      filters,
      targets: wanted,
      seed,
    });
    expect(chosen.filter(({ category }) => category === "even")).toHaveLength(3);
    expect(chosen.filter(({ category }) => category === "odd")).toHaveLength(10);
    expect(leftOut).toMatchObject([{ reason: "target", count: 7 }]);
    expect(shortfalls).toEqual([
      { category: "odd", wanted: 20, found: 10 },
      { category: null, wanted: 1, found: 0 },
    ]);
  });

  it("draws the same in any order, more for a larger target, and others for another seed", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(numbered(30)),
        fc.nat(30),
        fc.nat(30),
        (candidates, one, other) => {
          const draw = (total: number, list = candidates, text = seed) =>
            idsOf(
              compose(list, { filters, targets: { total, categories: null }, seed: text }).chosen,
            );
          const [few, many] = [draw(Math.min(one, other)), draw(Math.max(one, other))];
          expect(few).toHaveLength(Math.min(one, other, candidates.length));
          expect(many).toEqual(expect.arrayContaining(few));
          expect(draw(one, candidates.toReversed())).toEqual(draw(one));
        },
      ),
    );
    const options = { filters, targets: { total: 10, categories: null } };
    const draws = ["1", "2"].map(
      (text) => compose(numbered(30), { ...options, seed: text }).chosen,
    );
    expect(draws[0]).not.toEqual(draws[1]);
  });
});

describe("rows", () => {
  const item = { id: "7", group: "g", prompt: "Do 'it'.", ir: IR };
  const canonical =
    '{"intent": {"summary": "Ten characters."}, "signature": {"name": "f", "parameters": []}}';

  it("serialises the IR once, in its canonical form", () => {
    expect(writeChatRow(item)).toEqual({
      id: "7",
      group: "g",
      prompt: [
        { role: "system", content: SYSTEM_PROMPT },
        { role: "user", content: "Do 'it'." },
      ],
      completion: [{ role: "assistant", content: canonical }],
    });
    expect(writeOriginalRow(item)).toEqual({
      prompt: "Do 'it'.",
      completion: canonical,
      label: "good",
    });
  });

  it("has the wrong IR in the rejected answer only", () => {
    const rejected = { ...IR, intent: { summary: "Something bad." } };
    const row = writePreferenceRow({ ...item, rejected, errorType: "verbose_string" });
    expect(row.chosen).toEqual([{ role: "assistant", content: canonical }]);
    expect(row.rejected[0]?.content).toContain("Something bad.");
    expect(row).toMatchObject({ id: "7", group: "g", error_type: "verbose_string" });
    expect(row).not.toHaveProperty("completion");
  });

  it("changes the system prompt together with its version only", () => {
    expect({ [SYSTEM_PROMPT_VERSION]: SYSTEM_PROMPT_SHA256 }).toEqual({
      1: "23f8109951d846f3e786c4cc56307bbd4469df20557188e71423c3bbfafa3d53",
    });
  });
});

describe("hashDataset", () => {
  const rowArbitrary = fc.record({
    part: fc.constantFrom("train", "test"),
    fields: fc.array(fc.option(fc.string({ maxLength: 3 }), { nil: null }), { maxLength: 3 }),
  });

  it("is the same for the same rows in any order and tells apart all others", () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1 }), rowArbitrary, (rows, added) => {
        const hash = hashDataset(rows);
        expect(hashDataset(rows.toReversed())).toBe(hash);
        expect(hashDataset([...rows, added])).not.toBe(hash);
        const [first, ...rest] = rows;
        if (first === undefined) return;
        expect(hashDataset([...rows, first])).not.toBe(hash);
        const moved = { ...first, part: first.part === "test" ? "train" : "test" };
        expect(hashDataset([moved, ...rest])).not.toBe(hash);
      }),
    );
  });
});
