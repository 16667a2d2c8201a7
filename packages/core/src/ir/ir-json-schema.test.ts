import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { irJsonSchema } from "./ir-json-schema.ts";
import { irSchema } from "./ir.schema.ts";
import { damagedIrArbitrary, irArbitrary } from "./testing/ir-arbitrary.ts";

const validateDraft7 = new Ajv({ allowUnionTypes: true }).compile(irJsonSchema("draft-7"));
const validate2020 = new Ajv2020({ allowUnionTypes: true }).compile(irJsonSchema("2020-12"));

const intent = { summary: "Ten chars." };
const signature = { name: "f", parameters: [] };

function withHole(hole: unknown) {
  return { intent: { ...intent, holes: [hole] }, signature };
}
function withConstraint(constraint: unknown) {
  return { intent, signature, constraints: [constraint] };
}
function withMetadata(metadata: unknown) {
  return { intent, signature, metadata };
}

const VALID: [string, unknown][] = [
  ["the smallest IR", { intent, signature }],
  [
    "null for every optional text",
    withMetadata({ source_path: null, language: null, origin: null }),
  ],
  [
    "null rationale and returns",
    { intent: { ...intent, rationale: null }, signature: { ...signature, returns: null } },
  ],
  ["a bare hole", withHole({ identifier: "x", type_hint: "str" })],
  ["free evidence", withMetadata({ evidence: [{}, { a: { b: [1] } }] })],
  [
    "integers beyond 2^53",
    withConstraint({
      type: "position_constraint",
      elements: [],
      min_distance: 2 ** 53 + 2,
      max_distance: JSON.parse("9007199254740993"),
    }),
  ],
  [
    "an integer written with a fraction of zero",
    withConstraint(JSON.parse('{"type":"position_constraint","elements":[],"min_distance":1.0}')),
  ],
  [
    "a negative distance",
    withConstraint({ type: "position_constraint", elements: ["a"], min_distance: -1 }),
  ],
  ["a loop constraint with its type alone", withConstraint({ type: "loop_constraint" })],
  ["ten code points in twenty code units", { intent: { summary: "😀".repeat(10) }, signature }],
  ["a summary of ten lone surrogates", { intent: { summary: "\ud800".repeat(10) }, signature }],
];

const INVALID: [string, unknown][] = [
  ["null", null],
  ["a list", []],
  ["text", "{}"],
  ["nothing in it", {}],
  ["no signature", { intent }],
  ["no parameters", { intent, signature: { name: "f" } }],
  ["nine characters", { intent: { summary: "nine char" }, signature }],
  ["five code points in ten code units", { intent: { summary: "😀".repeat(5) }, signature }],
  ["an upper-case name", { intent, signature: { name: "F", parameters: [] } }],
  ["a name that ends in a line break", { intent, signature: { name: "f\n", parameters: [] } }],
  ["a name that starts with a digit", { intent, signature: { name: "1f", parameters: [] } }],
  ["an unknown key at the top", { intent, signature, extra: 1 }],
  ["an unknown key named like a method", { intent, signature: { ...signature, constructor: 1 } }],
  ["provenance", { intent: { ...intent, provenance: null }, signature }],
  ["null metadata", withMetadata(null)],
  ["evidence of numbers", withMetadata({ evidence: [1] })],
  ["evidence of lists", withMetadata({ evidence: [[]] })],
  ["null evidence", withMetadata({ evidence: null })],
  ["a hole of unknown kind", withHole({ identifier: "x", type_hint: "str", kind: "effects" })],
  [
    "a hole constraint that is a number",
    withHole({ identifier: "x", type_hint: "str", constraints: { a: 1 } }),
  ],
  ["an unknown constraint", withConstraint({ type: "time_constraint" })],
  ["a constraint without a type", withConstraint({ value_name: "x" })],
  ["a key of another constraint", withConstraint({ type: "loop_constraint", value_name: "x" })],
  [
    "a fraction for a distance",
    withConstraint({ type: "position_constraint", elements: [], min_distance: 1.5 }),
  ],
  [
    "a number too large for a double",
    withConstraint(JSON.parse('{"type":"position_constraint","elements":[],"min_distance":1e400}')),
  ],
  [
    "null for a distance with a default",
    withConstraint({ type: "position_constraint", elements: [], min_distance: null }),
  ],
  ["null effects", { intent, signature, effects: null }],
];

describe("the IR schema", () => {
  it.each(VALID)("accepts %s, in every form", (_, document) => {
    expect(verdicts(document)).toEqual([true, true, true]);
  });

  it.each(INVALID)("refuses %s, in every form", (_, document) => {
    expect(verdicts(document)).toEqual([false, false, false]);
  });

  it("accepts every generated IR, in every form", () => {
    fc.assert(
      fc.property(irArbitrary, (ir) => {
        expect(verdicts(JSON.parse(JSON.stringify(ir)))).toEqual([true, true, true]);
      }),
    );
  });

  it("gives one verdict on damaged IRs, whatever it is", () => {
    const seen = { true: 0, false: 0 };
    fc.assert(
      fc.property(damagedIrArbitrary, (document) => {
        const [zod, draft7, draft2020] = verdicts(document);
        expect([draft7, draft2020]).toEqual([zod, zod]);
        seen[zod === true ? "true" : "false"] += 1;
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(200);
  });

  it("names its draft and describes every property of the IR", () => {
    expect(irJsonSchema("draft-7")["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
    expect(irJsonSchema("2020-12")["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(listUndescribed(irJsonSchema("2020-12"))).toEqual([]);
  });

  it("calls integers integer, without bounds of a double", () => {
    const text = JSON.stringify(irJsonSchema("2020-12"));
    expect(text).toContain('"integer"');
    expect(text).not.toMatch(/maximum|minimum/i);
  });

  it("fills in the defaults when it parses", () => {
    expect(irSchema.parse({ intent, signature })).toEqual({
      intent: { ...intent, holes: [] },
      signature: { ...signature, holes: [] },
      effects: [],
      assertions: [],
      constraints: [],
    });
  });
});

/** Of zod, Ajv on draft 7 and Ajv on 2020-12. */
function verdicts(document: unknown): boolean[] {
  return [irSchema.safeParse(document).success, validateDraft7(document), validate2020(document)];
}

function listUndescribed(schema: unknown, path = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {} } = schema as { properties?: Record<string, Record<string, unknown>> };
  const missing = Object.entries(properties)
    .filter(([, property]) => !("description" in property) && !("const" in property))
    .map(([name]) => `${path}/${name}`);
  const deeper = Object.entries(schema).flatMap(([key, child]) =>
    listUndescribed(child, `${path}/${key}`),
  );
  return [...missing, ...deeper];
}
