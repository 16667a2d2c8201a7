import { expect, it } from "vitest";
import { identifyIr } from "./identify-ir.ts";

const IR = { intent: { summary: "Ten characters." }, signature: { name: "f", parameters: [] } };

it("tells apart what differs and not how it is written", () => {
  const same = [
    IR,
    {
      signature: { parameters: [], name: "f", returns: null },
      intent: { ...IR.intent, holes: [] },
    },
    { ...IR, effects: [], metadata: { origin: "x", evidence: [{ a: 1 }] } },
  ];
  expect(new Set(same.map(identifyIr)).size).toBe(1);
  const others = [
    { ...IR, effects: [{ description: "Return 1." }] },
    { ...IR, extra: 1 },
    { ...IR, metadata: 1 },
    null,
  ];
  expect(new Set([IR, ...others].map(identifyIr)).size).toBe(5);
});
