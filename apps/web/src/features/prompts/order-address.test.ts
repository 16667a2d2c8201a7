import { expect, it } from "vitest";
import { readOrderAddress, writeOrderAddress } from "./order-address";
import { spreadEvenly, startDraft } from "./order-draft";

const read = (query: string) => readOrderAddress(new URLSearchParams(query));

it("brings back every form that it wrote", () => {
  const start = startDraft("two words & more");
  for (const draft of [
    start,
    { ...start, withBlueprints: true, quotas: { ...spreadEvenly(0), edge_cases: 7 } },
    { ...start, hasMix: true, mix: { easy: 0, medium: 3, medium_hard: 1 } },
    { ...start, seed: "", quotas: spreadEvenly(0) },
  ]) {
    expect(read(writeOrderAddress(draft))).toEqual(draft);
  }
});

it("takes what it cannot read as none, and an address without a seed as no form", () => {
  expect(read("?seed=7&mathematical=-3&edge_cases=9999999&control_flow=99999&medium=x")).toEqual({
    ...startDraft("7"),
    quotas: { ...spreadEvenly(0), control_flow: 5_000 },
    hasMix: true,
    mix: { easy: 0, medium: 0, medium_hard: 0 },
  });
  expect(read("?from=0193f1a0-0000-7000-8000-000000000001")).toBeNull();
});
