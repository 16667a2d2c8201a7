import { MAX_PROMPTS_OF_RUN } from "@foundry/core/prompt-runs/prompt-run.schema";
import { expect, it } from "vitest";
import { readDraft, spreadEvenly, startDraft, toDraft } from "./order-draft";

const draft = startDraft("7");

it("spreads a count over the categories without losing any", () => {
  const counts = Object.values(spreadEvenly(50));
  expect(counts).toEqual([9, 9, 8, 8, 8, 8]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(50);
});

it("reads a draft and makes the same draft of the order again", () => {
  const { order } = readDraft({ ...draft, hasMix: true, withBlueprints: true });
  expect(order).toMatchObject({
    seed: "7",
    complexityMix: { easy: 1, medium: 1, medium_hard: 1 },
    withBlueprints: true,
  });
  if (order === null) throw new Error("the draft was not read");
  expect(readDraft(toDraft(order)).order).toEqual(order);
});

it("leaves categories without a number out of the order", () => {
  const quotas = { ...spreadEvenly(0), edge_cases: 5 };
  expect(readDraft({ ...draft, quotas }).order?.quotas).toEqual({ edge_cases: 5 });
});

it.each([
  [{ seed: "  " }, "seed"],
  [{ seed: "x".repeat(101) }, "seed"],
  [{ quotas: spreadEvenly(0) }, "quotas"],
  [{ quotas: spreadEvenly(MAX_PROMPTS_OF_RUN + 1) }, "quotas"],
  [{ hasMix: true, mix: { easy: 0, medium: 0, medium_hard: 0 } }, "mix"],
] as const)("says what is wrong with %j at %s", (changes, field) => {
  const { order, problems } = readDraft({ ...draft, ...changes });
  expect(order).toBeNull();
  expect(problems[field]).not.toBeNull();
});

it("does not mind the shares of a mix that is off", () => {
  const mix = { easy: 0, medium: 0, medium_hard: 0 };
  expect(readDraft({ ...draft, mix }).order).not.toBeNull();
});
