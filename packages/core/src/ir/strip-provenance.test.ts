import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIr } from "./read-ir.ts";
import { stripProvenance } from "./strip-provenance.ts";
import { irArbitrary } from "./testing/ir-arbitrary.ts";

describe("stripProvenance", () => {
  it.each([
    [
      "first",
      '{"intent":{"provenance":{"a":[1]}, "summary":"x"}}',
      '{"intent":{"summary":"x"}}',
      ["/intent/provenance"],
    ],
    [
      "last",
      '{"intent":{"summary":"x" , "provenance":null }}',
      '{"intent":{"summary":"x" }}',
      ["/intent/provenance"],
    ],
    ["alone", '{"signature":{ "provenance":{} }}', '{"signature":{  }}', ["/signature/provenance"]],
    [
      "spelt with an escape",
      '{"intent":{"p\\u0072ovenance":null}}',
      '{"intent":{}}',
      ["/intent/provenance"],
    ],
    [
      "written twice at the end",
      '{"intent":{"summary":"x","provenance":null,"provenance":{}}}',
      '{"intent":{"summary":"x"}}',
      ["/intent/provenance", "/intent/provenance"],
    ],
    [
      "around a property that stays",
      '{"intent":{"provenance":null,"summary":"x","provenance":{}}}',
      '{"intent":{"summary":"x"}}',
      ["/intent/provenance", "/intent/provenance"],
    ],
    [
      "in both of two objects with one key",
      '{"intent":{"provenance":null},"intent":{"provenance":null}}',
      '{"intent":{},"intent":{}}',
      ["/intent/provenance", "/intent/provenance"],
    ],
    [
      "on parameters, effects and assertions",
      '{"signature":{"parameters":[{"provenance":{}},{"a":1,"provenance":{}}]},"effects":[{"provenance":null}],"assertions":[{},{"provenance":null}]}',
      '{"signature":{"parameters":[{},{"a":1}]},"effects":[{}],"assertions":[{},{}]}',
      [
        "/signature/parameters/0/provenance",
        "/signature/parameters/1/provenance",
        "/effects/0/provenance",
        "/assertions/1/provenance",
      ],
    ],
    [
      "on three lines",
      '{\r\n  "intent": {\r\n    "summary": "x",\r\n    "provenance": null,\r\n    "rationale": "y"\r\n  }\r\n}',
      '{\r\n  "intent": {\r\n    "summary": "x",\r\n    "rationale": "y"\r\n  }\r\n}',
      ["/intent/provenance"],
    ],
  ])("takes it away where it is %s", (_, raw, expected, removedPaths) => {
    expect(stripProvenance(raw)).toEqual({ raw: expected, removedPaths });
  });

  it.each([
    ["at the top", '{"provenance":null}'],
    ["in metadata", '{"metadata":{"provenance":null}}'],
    ["in evidence", '{"metadata":{"evidence":[{"provenance":null}]}}'],
    ["in a hole", '{"intent":{"holes":[{"provenance":null}]}}'],
    ["on a constraint", '{"constraints":[{"provenance":null}]}'],
    ["as text", '{"intent":{"provenance":"me"}}'],
    ["as a list", '{"intent":{"provenance":[]}}'],
    ["as a value", '{"intent":{"summary":"provenance"}}'],
    ["where effects is an object", '{"effects":{"0":{"provenance":null}}}'],
    ["in broken JSON", '{"intent":{"provenance":null}'],
    ["too deep", `{"intent":{"provenance":null},"a":${"[".repeat(100)}${"]".repeat(100)}}`],
  ])("leaves it %s", (_, raw) => {
    expect(stripProvenance(raw)).toEqual({ raw, removedPaths: [] });
  });

  it("keeps every other character: numbers, escapes, order and duplicates", () => {
    const kept =
      '{"effects":[{"description":"\\u0000\\ud800é"}],"x":9007199254740993,"x":1e400,"intent":{ ';
    expect(stripProvenance(`${kept}"provenance":{},"a":-0}}`).raw).toBe(`${kept}"a":-0}}`);
  });

  it("undoes what another tool added to a generated IR", () => {
    fc.assert(
      fc.property(irArbitrary, fc.nat(3), fc.boolean(), (ir, indent, isFirst) => {
        const clean: unknown = JSON.parse(JSON.stringify(ir));
        const { raw } = stripProvenance(
          JSON.stringify(addProvenance(clean, isFirst), null, indent),
        );
        expect(JSON.parse(raw)).toEqual(clean);
        expect(readIr(raw).isSchemaValid).toBe(true);
      }),
    );
  });
});

function addProvenance(document: unknown, isFirst: boolean): unknown {
  const { intent, signature, ...rest } = document as Record<string, object>;
  const mark = (object: object) => {
    const provenance = { source: "agent", confidence: 0.9 };
    return isFirst ? { provenance, ...object } : { ...object, provenance };
  };
  const { parameters, ...others } = signature as { parameters: object[] };
  const marked: Record<string, unknown> = {
    ...rest,
    intent: mark(intent ?? {}),
    signature: mark({ ...others, parameters: parameters.map(mark) }),
  };
  for (const key of ["effects", "assertions"]) {
    const list = rest[key] as object[] | undefined;
    if (list !== undefined) marked[key] = list.map(mark);
  }
  return marked;
}
