import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import type { LlmCall } from "@foundry/core/generation/llm-call.schema";
import { ITEM_FAILURES, STOP_REASONS } from "@foundry/core/generation/generation.schema";
import { expect, it } from "vitest";
import { describeCall, nameCall } from "./describe-call";
import { describeItemFailure } from "./describe-item-failure";
import { describePhase } from "./describe-phase";
import { describeStart } from "./describe-start";
import { describeStopReason } from "./describe-stop-reason";
import { summariseRun } from "./summarise-run";

const RUN: GenerationRun = {
  id: "0193f1a0-0000-7000-8000-000000000001",
  purpose: "irs",
  state: "running",
  producer: "anthropic",
  producerTitle: "Claude",
  endpointId: null,
  model: "some-model",
  effort: null,
  mode: "direct",
  candidatesPerPrompt: 1,
  repairTurns: 1,
  variationsPerPrompt: null,
  fewShotSet: null,
  onDoubt: "retry",
  maxInFlight: 8,
  promptVersion: null,
  itemCount: 10,
  counts: { waiting: 4, running: 2, done: 3, failed: 1, cancelled: 0 },
  createdCount: 3,
  callCount: 6,
  inDoubtCount: 0,
  budgetUsd: null,
  spentUsd: 1.234,
  reservedUsd: 0,
  unpricedCount: 0,
  pausedUntil: null,
  openBatches: [],
  stopReason: null,
  error: null,
  createdBy: "Ada",
  createdAt: "2026-11-22T10:00:00.000Z",
  startedAt: null,
  finishedAt: null,
};
const NOW = Date.parse("2026-11-22T12:00:00.000Z");
const BATCH = { requestCount: 40, submittedAt: null, expiresAt: null };

it.each<[string, Partial<GenerationRun>]>([
  ["Waiting for a free worker", { state: "waiting" }],
  ["Waiting, as the provider asked", { pausedUntil: "2026-11-22T12:00:30.000Z" }],
  ["Writing IRs", { pausedUntil: "2026-11-22T11:59:30.000Z" }],
  ["The provider works on 80 requests", { openBatches: [BATCH, BATCH] }],
  ["Writing variations", { purpose: "variations" }],
  ["Writing IRs from the blueprints", { producer: "blueprint" }],
  ["Finishing", { counts: { waiting: 0, running: 0, done: 9, failed: 1, cancelled: 0 } }],
])("says “%s”", (words, changes) => {
  expect(describePhase({ ...RUN, ...changes }, NOW)).toBe(words);
});

it("sums up what was made, what was not, and the cost, or that it is not known", () => {
  expect(summariseRun(RUN).join(" ")).toBe(
    "3 new samples from 10 prompts. 1 failed. It cost $1.23.",
  );
  expect(summariseRun({ ...RUN, producer: "blueprint" }).at(-1)).toBe("It cost nothing.");
  expect(summariseRun({ ...RUN, spentUsd: 0, unpricedCount: 2 }).at(-1)).toMatch(/not known/);
});

it("says on the button what it starts", () => {
  const estimate = {
    promptCount: 340,
    leftOutCount: 0,
    byCategory: [],
    callCount: 340,
    inputTokens: null,
    outputTokens: null,
    costUsd: { low: 2.8, expected: 3.2, high: 4 },
    basis: "assumed" as const,
    basisCount: 0,
    pricedOn: null,
    obstacles: [],
    warnings: [],
  };
  expect(describeStart(RUN, null)).toBe("Start");
  expect(describeStart(RUN, estimate)).toBe("Start: 340 prompts, about $3.20");
  expect(describeStart({ producer: "blueprint" }, { ...estimate, costUsd: null })).toBe(
    "Start: 340 prompts, free",
  );
  expect(describeStart(RUN, { ...estimate, costUsd: null })).toBe(
    "Start: 340 prompts, cost not known",
  );
});

it("never calls a call in doubt fine, whatever its outcome", () => {
  expect(describeCall({ state: "in_doubt", outcome: "timeout" })).toEqual({
    word: "In doubt",
    tone: "warning",
  });
  expect(describeCall({ state: "settled", outcome: "ok" }).tone).toBe("accepted");
  expect(describeCall({ state: "sending", outcome: null }).word).toBe("Sent, no answer yet");
});

it("names a call by its candidate, repair and attempt", () => {
  const call = { purpose: "repair", slot: 1, turn: 1, attempt: 3 } as LlmCall;
  expect(nameCall(call)).toBe("Candidate 2, repair 1, attempt 3");
  expect(nameCall({ ...call, purpose: "generate", slot: 0, turn: 0, attempt: 1 })).toBe(
    "Candidate 1",
  );
});

it("has a title and a next step for every failure and every reason to stop", () => {
  for (const words of [
    ...ITEM_FAILURES.map(describeItemFailure),
    ...STOP_REASONS.map(describeStopReason),
  ]) {
    expect(words.title).toMatch(/^[A-Z]/);
    expect(words.next).toMatch(/\.$/);
  }
});
