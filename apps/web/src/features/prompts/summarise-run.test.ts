import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { expect, it } from "vitest";
import { summariseRun } from "./summarise-run";

const run: PromptRun = {
  id: "0193f1a0-0000-7000-8000-000000000001",
  state: "done",
  seed: "7",
  count: 300,
  quotas: { edge_cases: 300 },
  complexityMix: null,
  withBlueprints: false,
  doneCount: 300,
  createdCount: 300,
  refusedCount: 0,
  keptCount: 0,
  sampleCount: 0,
  error: null,
  createdBy: "Ada",
  createdAt: "2026-01-01T00:00:00.000Z",
  startedAt: null,
  finishedAt: null,
};

it("tells what was stored, kept and refused", () => {
  expect(
    summariseRun({ ...run, createdCount: 290, keptCount: 1, refusedCount: 9, sampleCount: 290 }),
  ).toEqual([
    "290 new prompts of 300 were stored.",
    "1 prompt was here already and is left as it is.",
    "9 prompts were refused for being nearly the same as one that is here.",
    "290 IRs came with them and wait for review.",
  ]);
});

it("says that the same order adds nothing", () => {
  const [sentence, ...others] = summariseRun({ ...run, createdCount: 0, keptCount: 300 });
  expect(sentence).toContain("nothing was added");
  expect(others).toEqual([]);
});

it("says so when a stopped run stored nothing", () => {
  expect(summariseRun({ ...run, state: "cancelled", createdCount: 0 })).toEqual([
    "No new prompt was stored.",
  ]);
});
