import fc from "fast-check";
import { expect, it } from "vitest";
import { irSchema } from "../ir/ir.schema.ts";
import { damagedIrArbitrary, irArbitrary } from "../ir/testing/ir-arbitrary.ts";
import { readCheckableIr } from "./read-checkable-ir.ts";

it("keeps what fits and empties what does not, at its index", () => {
  const value = {
    intent: null,
    signature: { name: "mergeSorted", parameters: [1, { name: "left", type_hint: 2 }], returns: 3 },
    effects: [{ description: "Return left." }, "text", { description: 4, holes: [{}] }],
    assertions: { predicate: "result" },
    constraints: [
      { type: "loop_constraint", search_type: "SOME", loop_variable: "item" },
      { type: "position_constraint", elements: ["a", 1], max_distance: 2 },
      { type: "time_constraint", value_name: "x" },
    ],
  };
  expect(readCheckableIr({ ir: null, value })).toMatchObject({
    intent: { summary: "", holes: [] },
    signature: {
      name: "mergeSorted",
      parameters: [
        { name: "", type_hint: "" },
        { name: "left", type_hint: "" },
      ],
      returns: null,
    },
    effects: [
      { description: "Return left.", holes: [] },
      { description: "", holes: [] },
      { description: "", holes: [{ identifier: "", type_hint: "" }] },
    ],
    assertions: [],
    constraints: [
      { type: "loop_constraint", search_type: "FIRST_MATCH", loop_variable: "item" },
      { type: "position_constraint", elements: ["a", ""], min_distance: 0, max_distance: 2 },
      { type: "return_constraint", value_name: "" },
    ],
  });
});

it.each([[null], [[]], ["text"], [undefined]])("gives null for %j", (value) => {
  expect(readCheckableIr({ ir: null, value })).toBeNull();
});

it("agrees with the schema on valid IRs, apart from metadata and empty optional texts", () => {
  fc.assert(
    fc.property(irArbitrary, (written) => {
      const value: unknown = JSON.parse(JSON.stringify(written));
      const ir = irSchema.parse(value);
      const read = readCheckableIr({ ir: null, value });
      expect(read?.signature.parameters.map(({ name }) => name)).toEqual(
        ir.signature.parameters.map(({ name }) => name),
      );
      expect(read?.effects.map(({ description }) => description)).toEqual(
        ir.effects.map(({ description }) => description),
      );
      expect(read?.constraints.map(({ type }) => type)).toEqual(
        ir.constraints.map(({ type }) => type),
      );
    }),
  );
});

it("reads every damaged IR that is an object", () => {
  fc.assert(
    fc.property(damagedIrArbitrary, (value) => {
      const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
      expect(readCheckableIr({ ir: null, value }) !== null).toBe(isObject);
    }),
  );
});
