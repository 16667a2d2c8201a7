import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { readSampleCorpus } from "../sample-corpus/testing/read-sample-corpus.ts";
import { irArbitrary } from "./testing/ir-arbitrary.ts";
import { writeCanonicalIr } from "./write-canonical-ir.ts";

// Slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const PYTHON = `
import json, sys
for line in sys.stdin.buffer.read().decode("utf-8").split("\\n")[:-1]:
    text = json.dumps(json.loads(line), ensure_ascii=False, separators=(", ", ": "))
    sys.stdout.buffer.write(text.encode("utf-8") + b"\\n")
`;

/** Each text read and written again by Python. */
function rewriteInPython(texts: string[]): string[] {
  const { status, stdout, stderr } = spawnSync("python3", ["-c", PYTHON], {
    input: texts.map((text) => `${text}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.split("\n").slice(0, -1);
}

/** The same value with the keys of all objects in another order. */
function shuffleKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffleKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, shuffleKeys(child)] as const);
  return Object.fromEntries(entries.toReversed());
}

const numbers = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map(Number),
  fc.constantFrom(0, 1e-4, 1e-5, 9.9e-5, 1e16, 1.5e-7, 1e21, 1e22, 123456789012345680000, 5e-324),
);

describe("writeCanonicalIr", () => {
  it("writes what Python writes, for any IR", () => {
    const irs = fc.sample(irArbitrary, { numRuns: 600, seed: 11 });
    const texts = irs.map(writeCanonicalIr);
    expect(rewriteInPython(texts)).toEqual(texts);
  });

  it("writes what Python writes, for any number", () => {
    const values = fc.sample(numbers, { numRuns: 3_000, seed: 12 });
    const texts = values.map((value) => writeCanonicalIr({ value }));
    expect(rewriteInPython(texts)).toEqual(texts);
  });

  it("writes what Python writes, for the sample corpus", () => {
    const texts = readSampleCorpus().records.map(({ ir }) => writeCanonicalIr(ir));
    expect(rewriteInPython(texts)).toEqual(texts);
  });

  it("keeps the value, whatever the order of its keys", () => {
    fc.assert(
      fc.property(irArbitrary, (ir) => {
        const text = writeCanonicalIr(ir);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(ir)));
        expect(writeCanonicalIr(shuffleKeys(ir))).toBe(text);
      }),
    );
  });

  it("orders keys as the schema does, and others by name behind them", () => {
    const ir = {
      zeta: 1,
      constraints: [
        { severity: "error", elements: ["b", "a"], type: "position_constraint" },
        { value_name: "x", type: "return_constraint" },
      ],
      metadata: { evidence: [{ b: 1, a: { d: [2.5, -0], c: null } }] },
      alpha: true,
      signature: { parameters: [{ type_hint: "int", name: "n" }], name: "f" },
      intent: {
        holes: [
          { constraints: { z: "1", "10": "2", "9": "3" }, type_hint: "int", identifier: "h" },
        ],
        summary: 'A "long" é\n\u2028\u007f😀 summary',
      },
    };
    expect(writeCanonicalIr(ir)).toBe(
      '{"intent": {"summary": "A \\"long\\" é\\n\u2028\u007f😀 summary", "holes": [{"identifier": "h", "type_hint": "int", "constraints": {"10": "2", "9": "3", "z": "1"}}]}, "signature": {"name": "f", "parameters": [{"name": "n", "type_hint": "int"}]}, "metadata": {"evidence": [{"a": {"c": null, "d": [2.5, 0]}, "b": 1}]}, "constraints": [{"type": "position_constraint", "elements": ["b", "a"], "severity": "error"}, {"type": "return_constraint", "value_name": "x"}], "alpha": true, "zeta": 1}',
    );
  });

  it("writes what is no IR as well", () => {
    expect([null, "a", [1, { b: 1, a: 2 }], { effects: 3 }].map(writeCanonicalIr)).toEqual([
      "null",
      '"a"',
      '[1, {"a": 2, "b": 1}]',
      '{"effects": 3}',
    ]);
  });
});
