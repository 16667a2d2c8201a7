import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { readIr } from "./read-ir.ts";
import { damagedIrArbitrary, irArbitrary } from "./testing/ir-arbitrary.ts";

const SMALLEST = {
  intent: { summary: "Ten chars." },
  signature: { name: "f", parameters: [] },
};

function findings(change: object) {
  return readIr(JSON.stringify({ ...SMALLEST, ...change })).findings.map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

describe("readIr", () => {
  it("accepts an IR and gives it as written, without defaults", () => {
    const raw = JSON.stringify(SMALLEST);
    expect(readIr(raw)).toMatchObject({ value: SMALLEST, isSchemaValid: true, findings: [] });
    expect(readIr(raw).ir).toMatchObject({ effects: [], intent: { holes: [] } });
  });

  it.each([
    [
      { effects: [{ description: "a" }, { description: "b" }, { descripton: "c" }] },
      [
        "/effects/2/description: effects[2] has no `description`, which is required",
        "/effects/2/descripton: effects[2] has an unknown key `descripton`; did you mean `description`?",
      ],
    ],
    [
      { signature: { name: "f", parameters: [{ name: "x", typeHint: "int" }] } },
      [
        "/signature/parameters/0/type_hint: signature.parameters[0] has no `type_hint`, which is required",
        "/signature/parameters/0/typeHint: signature.parameters[0] has an unknown key `typeHint`; did you mean `type_hint`?",
      ],
    ],
    [
      { intent: { summary: "Ten chars.", "a/b": 1 } },
      [
        "/intent/a~1b: intent has an unknown key `a/b`; it may have `summary`, `rationale` and `holes`",
      ],
    ],
    [
      { intent: { summary: "Ten chars.", provenance: null } },
      [
        "/intent/provenance: intent has an unknown key `provenance`; other tools write it, and import or `check --strip-provenance` takes it away",
      ],
    ],
    [
      { intent: { summary: "short" } },
      ["/intent/summary: intent.summary needs at least 10 characters, but it is `short`"],
    ],
    [
      { signature: { name: "Clamp", parameters: {} } },
      [
        "/signature/name: signature.name is `Clamp`, but a name has only lower-case letters, digits and underscores and does not start with a digit",
        "/signature/parameters: signature.parameters must be a list, but it is an object",
      ],
    ],
    [{ effects: null }, ["/effects: effects must be a list, but it is null"]],
    [{ intent: [] }, ["/intent: intent must be an object, but it is a list"]],
    [
      { constraints: [{ type: "loop_constrain" }] },
      [
        "/constraints/0/type: constraints[0].type is `loop_constrain`, but it must be `return_constraint`, `loop_constraint` or `position_constraint`; did you mean `loop_constraint`?",
      ],
    ],
    [
      { constraints: [{}] },
      ["/constraints/0/type: constraints[0] has no `type`, which is required"],
    ],
    [
      { constraints: [1] },
      ["/constraints/0: constraints[0] must be an object, but it is a number"],
    ],
    [
      { constraints: [{ type: "loop_constraint", severty: "error" }] },
      [
        "/constraints/0/severty: constraints[0] has an unknown key `severty`; did you mean `severity`?",
      ],
    ],
    [
      { constraints: [{ type: "loop_constraint", severity: "fatal" }] },
      [
        "/constraints/0/severity: constraints[0].severity is `fatal`, but it must be `error` or `warning`",
      ],
    ],
    [
      { constraints: [{ type: "position_constraint", elements: [], min_distance: 1.5 }] },
      [
        "/constraints/0/min_distance: constraints[0].min_distance must be a whole number, but it is 1.5",
      ],
    ],
  ])("explains %j", (change, expected) => {
    expect(findings(change)).toEqual(expected);
  });

  it.each([
    ["null", "the IR must be an object, but it is null"],
    ['"{}"', "the IR must be an object, but it is text"],
    [
      "{",
      "the IR is not JSON: the text ends inside the object that starts at line 1, column 1 (line 1, column 2)",
    ],
    ["{}\n```", "the IR is not JSON: the document is complete, but ``` follows (line 2, column 1)"],
    [
      "[".repeat(100_000),
      "the IR is too large to read: nested deeper than 64 levels (line 1, column 65)",
    ],
  ])("refuses %.20j as a whole", (raw, message) => {
    const reading = readIr(raw);
    expect(reading.isSchemaValid).toBe(false);
    expect(reading.findings).toMatchObject([
      { errorType: "schema_invalid", severity: "error", path: "", message },
    ]);
  });

  it("warns of duplicate keys without calling the IR invalid", () => {
    const raw = JSON.stringify(SMALLEST).replace('"name"', '"name":"g","name"');
    expect(readIr(raw)).toMatchObject({
      isSchemaValid: true,
      findings: [{ check: "duplicate_key", severity: "warning", path: "/signature/name" }],
    });
  });

  it("warns of a __proto__ key and pollutes nothing", () => {
    const raw = JSON.stringify({ ...SMALLEST, metadata: { evidence: [{ a: 1 }] } }).replace(
      '"a":1',
      '"__proto__":{"isPolluted":true}',
    );
    expect(readIr(raw)).toMatchObject({
      isSchemaValid: true,
      findings: [{ check: "prototype_key", path: "/metadata/evidence/0/__proto__" }],
    });
    expect(({} as Record<string, unknown>)["isPolluted"]).toBeUndefined();
  });

  it("lists at most 100 findings and says how many more there are", () => {
    const effects = Array.from({ length: 5_000 }, () => ({ note: 1 }));
    const { findings: listed } = readIr(JSON.stringify({ ...SMALLEST, effects }));
    expect(listed).toHaveLength(101);
    expect(listed.at(-1)?.message).toBe("9900 more findings are not listed");
  });

  it("has an error for every invalid document and none for a valid one", () => {
    fc.assert(
      fc.property(fc.oneof(irArbitrary, damagedIrArbitrary), (document) => {
        const reading = readIr(JSON.stringify(document));
        const errors = reading.findings.filter((finding) => finding.severity === "error");
        expect(errors.length === 0).toBe(reading.isSchemaValid);
      }),
    );
  });

  it("never throws, whatever the text is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(readIr(text).isSchemaValid).toBe(false);
      }),
    );
  });
});
