import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ERROR_TYPE_IDS, type ErrorType } from "../checks/error-types.ts";
import { irSchema } from "../ir/ir.schema.ts";
import { readSampleCorpus } from "../sample-corpus/testing/read-sample-corpus.ts";
import { mutate } from "./mutate.ts";
import { createSeededRandom } from "./seeded-random.ts";

const positives = readSampleCorpus().records.filter(({ flaw }) => flaw === null);
const anyPositive = fc.constantFrom(...positives);
const anyErrorType = fc.constantFrom(...ERROR_TYPE_IDS);
const anySeed = fc.integer({ min: 0, max: 0xffff_ffff });

describe("mutate", () => {
  it("makes another IR, the same one for the same seed, and leaves the first as it is", () => {
    fc.assert(
      fc.property(anyPositive, anyErrorType, anySeed, ({ prompt, ir }, errorType, seed) => {
        const before = JSON.stringify(ir);
        const first = mutate(prompt, ir, errorType, createSeededRandom(seed));
        const second = mutate(prompt, ir, errorType, createSeededRandom(seed));
        expect(JSON.stringify(ir)).toBe(before);
        expect(second).toEqual(first);
        expect(first?.ir).not.toEqual(ir);
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it("breaks the schema only where the schema is what it breaks", () => {
    fc.assert(
      fc.property(anyPositive, anyErrorType, anySeed, ({ prompt, ir }, errorType, seed) => {
        const mutation = mutate(prompt, ir, errorType, createSeededRandom(seed));
        fc.pre(mutation !== null);
        expect(irSchema.safeParse(mutation?.ir).success).toBe(errorType !== "schema_invalid");
      }),
      { seed: 2, numRuns: 400 },
    );
  });

  it("finds places for every error type, and different ones for different seeds", () => {
    const counts = ERROR_TYPE_IDS.map((errorType) => {
      const slips = positives.flatMap(({ prompt, ir }) =>
        [1, 2, 3].map((seed) =>
          JSON.stringify(mutate(prompt, ir, errorType, createSeededRandom(seed))),
        ),
      );
      return { errorType, count: new Set(slips.filter((slip) => slip !== "null")).size };
    });
    expect(counts.filter(({ count }) => count < 10)).toEqual([]);
  });

  it("finds no place in what is no IR", () => {
    const results = [{ intent: 1 }, null, "IR", []].flatMap((ir) =>
      ERROR_TYPE_IDS.map((errorType) => mutate("Do it.", ir, errorType, createSeededRandom(1))),
    );
    expect(new Set(results)).toEqual(new Set([null]));
  });

  it.each<[ErrorType, RegExp]>([
    ["verbose_string", /^If len\(text\) < 8, return (?!LITERAL)/],
    ["wrong_literal", /LITERAL '(?!too short')/],
    ["wrong_threshold", /len\(text\) (?:<= 8|< 7|< 9)/],
    ["missing_return_path", /^If len\(text\) < 8, (?!return)/],
  ])("%s changes the branch of the example as a model would", (errorType, expected) => {
    const texts = Array.from({ length: 200 }, (_, seed) => {
      const mutation = mutate(PROMPT, IR, errorType, createSeededRandom(seed));
      return (mutation?.ir as typeof IR | undefined)?.effects[0]?.description ?? "";
    });
    expect(texts.filter((text) => expected.test(text))).not.toEqual([]);
  });
});

const PROMPT = "Return 'too short' if the text has fewer than 8 characters, and 'ok' otherwise.";
const IR = {
  intent: { summary: "Say whether a text is long enough." },
  signature: { name: "rate", parameters: [{ name: "text", type_hint: "str" }], returns: "str" },
  effects: [
    { description: "If len(text) < 8, return LITERAL 'too short'." },
    { description: "Otherwise return LITERAL 'ok'." },
  ],
  assertions: [{ predicate: "text != '' or result == 'too short'" }],
};
