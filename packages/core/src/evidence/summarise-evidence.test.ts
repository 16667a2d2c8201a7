import { describe, expect, test } from "vitest";
import { buildExampleIr } from "../checks/build-example-ir.ts";
import { irSchema } from "../ir/ir.schema.ts";
import { buildEvidenceRequest } from "./build-request.ts";
import { evidenceSummarySchema, summariseForStorage } from "./evidence-summary.ts";
import type { EvidenceEvent } from "./evidence.schema.ts";
import { summariseEvidence } from "./summarise-evidence.ts";
import { makeRequest } from "./testing/make-request.ts";
import { runHarness } from "./testing/run-harness.ts";

const PROMPT =
  "Return the name of the type of the value: 'int' for integers, 'str' for strings, 'list' for lists, and 'other' for everything else.";

const IR = irSchema.parse(
  buildExampleIr({
    name: "name_type",
    parameters: { value: "Any" },
    returns: "str",
    assertions: [
      "not isinstance(value, str) or result == 'str'",
      "value is not True or result == 'other'",
      "isinstance(value, (int, str, list)) or result == 'other'",
      "the result is never empty",
    ],
  }),
);

const WITHOUT_BOOL = `def name_type(value):
    if isinstance(value, int):
        return 'int'
    if isinstance(value, str):
        return 'str'
    if isinstance(value, list):
        return 'list'
    return 'other'
`;
const WITH_BOOL = WITHOUT_BOOL.replace("if isinstance(value, int)", "if type(value) is int");

describe("the case of bool and int", () => {
  const request = buildEvidenceRequest({
    prompt: PROMPT,
    ir: IR,
    implementations: [
      { id: "from the IR", source: WITHOUT_BOOL },
      { id: "right", source: WITH_BOOL },
    ],
    benchmarkCases: [
      { arguments: ["False"], expected: "'other'" },
      { arguments: ["7"], expected: "'int'" },
      { arguments: ["1", "2"], expected: "'of another arity'" },
    ],
    storedInputs: [["[False]"]],
    maxMutants: 20,
  });
  const events = runHarness(request, "one interpreter");
  const report = summariseEvidence(request, events);

  test("`True` is the smallest counter-example", () => {
    expect(report.predicates[1]).toMatchObject({
      fails: 1,
      counterExample: { arguments: "value=True", outcome: "returned 'int'" },
    });
    expect(report.predicates[0]).toMatchObject({ fails: 0, raised: 0, counterExample: null });
    expect(report.predicates[3]?.raises?.error).toMatch(/^SyntaxError: .*not a Python expression/);
  });

  test("two implementations disagree first on `True`", () => {
    expect(report.implementations[1]).toMatchObject({
      isReference: false,
      disagreements: 2,
      smallestDisagreement: {
        arguments: "value=True",
        outcome: "returned 'other'",
        referenceOutcome: "returned 'int'",
      },
    });
  });

  test("benchmark cases are counted, those of another arity left out", () => {
    expect(report.implementations[0]?.benchmark).toEqual({
      passed: 1,
      failed: 1,
      failures: [
        expect.objectContaining({ arguments: "value=False", expected: "'other'" }) as unknown,
      ],
    });
    expect(report.implementations[1]?.benchmark).toMatchObject({ passed: 2, failed: 0 });
    expect(request.inputs.filter(({ origin }) => origin === "stored")).toHaveLength(1);
  });

  test("mutants that no assertion notices come with an input that shows them", () => {
    const { killed, survived, equivalent, survivors } = report.mutants;
    expect(killed + survived + equivalent).toBeGreaterThan(10);
    expect(survivors).toHaveLength(survived);
    expect(survivors.find(({ change }) => change === "line 3: `'int'` became `''`")).toEqual({
      change: "line 3: `'int'` became `''`",
      line: 3,
      example: expect.objectContaining({ arguments: "value=7", outcome: "returned 'int'" }),
    });
  });

  test("a row of the matrix has a cell for each input, and a half-finished run is a report", () => {
    for (const { cells } of report.predicates) expect(cells).toHaveLength(request.inputs.length);
    const half = summariseEvidence(request, events.slice(0, 4));
    expect(half.ending.kind).toBe("running");
    expect(half.predicates[0]?.cells.filter((cell) => cell !== null)).toHaveLength(2);
    expect(summariseEvidence(request, []).implementations).toEqual([]);
  });

  test("what is stored fits its schema and is small", () => {
    const summary = summariseForStorage(report);
    expect(evidenceSummarySchema.parse(summary)).toEqual(summary);
    expect(JSON.stringify(summary).length).toBeLessThan(20_000);
    expect(summary.predicates[1]?.counterExample?.arguments).toBe("value=True");
  });
});

test.for([
  [[{ type: "finished" }], "finished", ""],
  [[{ type: "stopped", limit: "memory" }], "stopped", "needed more memory than 256 MB"],
  [[{ type: "crashed", message: "it ended" }], "crashed", "it ended"],
] as [EvidenceEvent[], string, string][])("says how a run ended: %j", ([events, kind, text]) => {
  const { ending } = summariseEvidence(makeRequest({ sources: [""] }), events);
  expect(ending).toEqual({ kind, text: expect.stringContaining(text) });
});
