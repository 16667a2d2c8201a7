import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { checkIr } from "../checks/check-ir.ts";
import { ERROR_TYPE_IDS } from "../checks/error-types.ts";
import { identifyIr } from "../ir/identify-ir.ts";
import { readSampleCorpus } from "../sample-corpus/testing/read-sample-corpus.ts";
import { makeNegatives } from "./make-negatives.ts";
import { readCorrection } from "./read-correction.ts";

// Slow when the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const { records } = readSampleCorpus();
const positives = records.filter(({ flaw }) => flaw === null);
const anyPositive = fc.constantFrom(...positives);
const anyTypes = fc.uniqueArray(fc.constantFrom(...ERROR_TYPE_IDS), { minLength: 1 });

function listTypes(prompt: string, ir: unknown): string[] {
  return checkIr(prompt, JSON.stringify(ir)).findings.map(({ errorType }) => errorType);
}

describe("makeNegatives", () => {
  it("makes IRs that differ and that their own check catches, at most as many as asked for", () => {
    fc.assert(
      fc.property(
        anyPositive,
        anyTypes,
        fc.integer({ min: 0, max: 6 }),
        ({ prompt, ir }, errorTypes, perSample) => {
          const { negatives } = makeNegatives({ prompt, ir }, { errorTypes, perSample, seed: "7" });
          const identities = [ir, ...negatives.map((negative) => negative.ir)].map(identifyIr);
          expect(new Set(identities).size).toBe(identities.length);
          expect(negatives.length).toBeLessThanOrEqual(perSample);
          for (const { ir: bad, errorType } of negatives) {
            expect(errorTypes).toContain(errorType);
            expect(listTypes(prompt, bad)).toContain(errorType);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("makes the same for the same seed and others for another", () => {
    const make = (seed: string) =>
      positives.map(({ prompt, ir }) => makeNegatives({ prompt, ir }, { perSample: 2, seed }));
    expect(make("7")).toEqual(make("7"));
    expect(make("7")).not.toEqual(make("8"));
  });

  it("makes negatives of every type from the sample corpus", () => {
    const made = new Set(
      positives.flatMap(({ prompt, ir }) =>
        makeNegatives({ prompt, ir }, { perSample: 30, seed: "1" }).negatives.map(
          ({ errorType }) => errorType,
        ),
      ),
    );
    expect(ERROR_TYPE_IDS.filter((errorType) => !made.has(errorType))).toEqual([]);
  });

  it("makes none from an IR that fails the check itself", () => {
    let count = 0;
    for (const { prompt, ir, flaw } of records) {
      if (flaw === null) continue;
      const errorTypes = [flaw.error_type];
      const { findings } = checkIr(prompt, JSON.stringify(ir));
      const isRemark = !findings.some(
        ({ errorType, severity }) => errorType === flaw.error_type && severity !== "info",
      );
      if (isRemark) continue;
      count += 1;
      const { negatives, refused } = makeNegatives(
        { prompt, ir },
        { errorTypes, perSample: 3, seed: "1" },
      );
      expect(negatives).toEqual([]);
      const isInvalid = flaw.error_type === "schema_invalid";
      expect(refused).toEqual(
        isInvalid ? [] : [{ errorType: flaw.error_type, refusal: "positive_fails" }],
      );
    }
    expect(count).toBeGreaterThan(5);
  });

  it("makes none from what is no IR", () => {
    for (const ir of [null, "IR", [], { intent: 1 }]) {
      expect(makeNegatives({ prompt: "Do it.", ir }, { perSample: 3, seed: "1" })).toEqual({
        negatives: [],
        refused: [],
      });
    }
  });
});

describe("readCorrection", () => {
  const [positive] = positives;
  const { prompt, ir } = positive ?? { prompt: "", ir: null };

  it("names what the checks find before and not after", () => {
    for (const errorType of ["verbose_string", "wrong_literal", "unresolved_hole"] as const) {
      const options = { errorTypes: [errorType], perSample: 1, seed: "1" };
      const [negative] = makeNegatives({ prompt, ir }, options).negatives;
      expect(negative).toBeDefined();
      expect(readCorrection(prompt, negative?.ir, ir)).not.toBeNull();
      const found = readCorrection(prompt, negative?.ir, ir);
      expect(listTypes(prompt, negative?.ir)).toContain(found?.errorType);
    }
  });

  it("takes a change that no check sees as a pair without a type", () => {
    const changed = { ...(ir as object), intent: { summary: "Quite another summary of it." } };
    expect(readCorrection(prompt, changed, ir)).toEqual({ errorType: null });
  });

  it("has nothing to say where nothing changed, or the result is no IR", () => {
    const rewritten = { metadata: { origin: "person" }, ...(ir as object) };
    expect(readCorrection(prompt, ir, rewritten)).toBeNull();
    expect(readCorrection(prompt, ir, { ...(ir as object), extra: 1 })).toBeNull();
  });
});
