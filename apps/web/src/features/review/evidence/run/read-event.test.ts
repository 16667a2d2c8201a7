import type { EvidenceRequest } from "@foundry/core/evidence/evidence.schema";
import { expect, it } from "vitest";
import { readEvent } from "./read-event";

const request: EvidenceRequest = {
  functionName: "kind_of",
  parameters: ["value"],
  implementations: [{ id: "reference", source: "" }],
  inputs: [{ arguments: ["True"], origin: "type" }],
  predicates: ["result == 'bool'"],
  maxMutants: 1,
  limits: { seconds: 1, memoryMegabytes: 64, outputLength: 10, stepsPerCall: 10 },
};

const call = {
  type: "call",
  implementation: "reference",
  input: 0,
  result: { kind: "returned", repr: "'bool'", type: "str" },
  changedArguments: false,
  predicates: [{ kind: "holds" }],
  asExpected: null,
  asReference: true,
};
const mutant = {
  type: "mutant",
  change: "line 1",
  line: 1,
  outcome: "killed",
  killedBy: 0,
  input: 0,
};

it.each([call, mutant, { type: "finished" }])("takes %j", (event) => {
  expect(readEvent(JSON.stringify(event), request)).toEqual(event);
});

it.each([
  { ...call, input: 1 },
  { ...call, input: -1 },
  { ...call, implementation: "other" },
  { ...call, predicates: [{ kind: "holds" }, { kind: "holds" }] },
  { ...call, result: { kind: "returned", repr: "<b>", type: 7 } },
  { ...mutant, killedBy: 1 },
  { type: "implementation", id: "other", error: null },
  { type: "script" },
  [],
  null,
])("does not take %j", (event) => {
  expect(readEvent(JSON.stringify(event), request)).toBeNull();
});

it("does not take what is no JSON, or too long", () => {
  expect(readEvent("finished", request)).toBeNull();
  expect(
    readEvent(JSON.stringify({ type: "finished", x: "x".repeat(200_000) }), request),
  ).toBeNull();
});
