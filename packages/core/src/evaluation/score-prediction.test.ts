import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { ErrorType } from "../checks/error-types.ts";
import { makeNegatives } from "../negatives/make-negatives.ts";
import { readSampleCorpus } from "../sample-corpus/testing/read-sample-corpus.ts";
import { EVALUATION_METRICS, METRIC_IDS, type MetricId } from "./metrics.ts";
import { readExpectation } from "./read-expectation.ts";
import { scorePrediction } from "./score-prediction.ts";

// Slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const positives = readSampleCorpus().records.filter(({ flaw }) => flaw === null);
const expectations = positives.map(({ prompt, ir }) => readExpectation(prompt, ir));

const PROMPT =
  "Return 'too short' if the text has fewer than 8 characters or is None, and 'ok' otherwise.";
const IR = {
  intent: { summary: "Say whether a text is long enough." },
  signature: {
    name: "rate",
    parameters: [{ name: "text", type_hint: "str | None" }],
    returns: "str",
  },
  effects: [
    { description: "If text is None or len(text) < 8, return LITERAL 'too short'." },
    { description: "Otherwise return LITERAL 'ok'." },
  ],
  assertions: [
    { predicate: "text is not None or result == 'too short'" },
    { predicate: "text != '' or result == 'too short'" },
    { predicate: "text is None or len(text) != 7 or result == 'too short'" },
    { predicate: "text is None or len(text) != 8 or result == 'ok'" },
  ],
};
const expectation = readExpectation(PROMPT, IR);

function score(change: object) {
  return scorePrediction(expectation, JSON.stringify({ ...IR, ...change })).scores;
}

describe("EVALUATION_METRICS", () => {
  it("defines each metric once, in words", () => {
    expect(EVALUATION_METRICS.map(({ id }) => id)).toEqual([...METRIC_IDS]);
    expect(EVALUATION_METRICS.filter(({ definition }) => definition.length < 40)).toEqual([]);
  });
});

describe("scorePrediction", () => {
  it("gives a reviewed IR every point, however it is written", () => {
    for (const [index, { ir }] of positives.entries()) {
      const own = expectations[index];
      if (own === undefined) continue;
      const pretty = JSON.stringify({ metadata: { origin: "model" }, ...(ir as object) }, null, 2);
      const { scores, fieldF1, changes, errorTypes, missingEdges } = scorePrediction(own, pretty);
      expect(Object.values(scores)).not.toContain(false);
      expect({ fieldF1, changes, errorTypes, missingEdges }).toEqual({
        fieldF1: 1,
        changes: [],
        errorTypes: [],
        missingEdges: [],
      });
    }
  });

  it.each<[ErrorType, MetricId]>([
    ["schema_invalid", "schema_valid"],
    ["verbose_string", "literal_accuracy"],
    ["wrong_literal", "literal_accuracy"],
    ["wrong_threshold", "literal_accuracy"],
    ["missing_python_quirk", "quirk_handling"],
    ["missing_edge_case", "assertion_completeness"],
    ["prose_predicate", "assertion_completeness"],
  ])("takes the point of an IR made wrong by %s from %s", (errorType, metric) => {
    let count = 0;
    for (const [index, { prompt, ir }] of positives.entries()) {
      const own = expectations[index];
      const options = { errorTypes: [errorType], perSample: 2, seed: "1" };
      for (const negative of makeNegatives({ prompt, ir }, options).negatives) {
        if (own === undefined) continue;
        const { scores, fieldF1 } = scorePrediction(own, JSON.stringify(negative.ir));
        expect(scores).toMatchObject({ exact_match: false, parses: true });
        expect(fieldF1).toBeLessThan(1);
        if (scores[metric] === null) continue;
        expect(scores[metric]).toBe(false);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(3);
  });

  it("asks for the edge cases that the reviewed IR tests", () => {
    expect(score({}).assertion_completeness).toBe(true);
    const [none, empty, below, on] = IR.assertions;
    for (const left of [
      [empty, below, on],
      [none, below, on],
      [none, empty, on],
      [none, empty, below],
    ]) {
      expect(score({ assertions: left }).assertion_completeness).toBe(false);
    }
    const otherWords = [
      { predicate: "result == 'too short' or text is not None" },
      { predicate: "text is None or len(text) > 0 or result == 'too short'" },
      { predicate: "text is None or len(text) >= 8 or result == 'too short'" },
      { predicate: "text is None or len(text) <= 7 or result == 'ok'" },
    ];
    expect(score({ assertions: otherWords }).assertion_completeness).toBe(true);
    const prose = [...IR.assertions, { predicate: "the result is short" }];
    expect(score({ assertions: prose }).assertion_completeness).toBe(false);
  });

  it("applies a metric by the item alone", () => {
    const plain = readExpectation("Return the upper-case form of a name.", {
      ...IR,
      effects: [{ description: "Return text.upper()." }],
      assertions: [],
    });
    for (const output of ["{}", "no JSON", JSON.stringify(IR)]) {
      const { scores } = scorePrediction(plain, output);
      expect([
        scores.literal_accuracy,
        scores.quirk_handling,
        scores.assertion_completeness,
      ]).toEqual([null, null, null]);
    }
    const missed = scorePrediction(expectation, "");
    expect(missed.scores).toMatchObject({ parses: false, literal_accuracy: false });
    expect(missed.errorTypes).toEqual(["schema_invalid"]);
  });

  it.each([
    ["a code fence", `\`\`\`json\n${JSON.stringify(IR)}\n\`\`\``],
    ["words before it", `Here it is: ${JSON.stringify(IR)}`],
    ["a cut answer", JSON.stringify(IR).slice(0, -5)],
    ["two values", `${JSON.stringify(IR)}${JSON.stringify(IR)}`],
    ["nothing", ""],
  ])("does not accept %s", (_, output) => {
    const { scores, fieldF1, findings } = scorePrediction(expectation, output);
    expect([scores.parses, scores.schema_valid, scores.exact_match]).toEqual([false, false, false]);
    expect(fieldF1).toBe(0);
    expect(findings).not.toEqual([]);
  });

  it("tells text that holds JSON from an IR", () => {
    const twice = JSON.stringify(JSON.stringify(IR));
    expect(scorePrediction(expectation, twice).scores).toMatchObject({
      parses: true,
      schema_valid: false,
    });
  });

  it("never throws and always gives a share", () => {
    const anyOutput = fc.oneof(
      fc.string(),
      fc.json({ maxDepth: 4 }),
      fc.tuple(fc.nat(2_000), fc.string()).map(([at, text]) => {
        const raw = JSON.stringify(IR);
        return raw.slice(0, at % raw.length) + text + raw.slice(at % raw.length);
      }),
    );
    fc.assert(
      fc.property(anyOutput, (output) => {
        const { fieldF1, scores } = scorePrediction(expectation, output);
        expect(fieldF1).toBeGreaterThanOrEqual(0);
        expect(fieldF1).toBeLessThanOrEqual(1);
        if (scores.exact_match === true) expect(fieldF1).toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});
