import type { TrainingMetrics } from "@foundry/core/training/training-run.schema";
import { expect, it } from "vitest";
import { addToLog, addToMetrics, type TaskEvent } from "./apply-task-event";

const EMPTY: TrainingMetrics = { steps: [], evaluations: [], attempts: [], totalSteps: null };
const AT = "2026-11-22T10:00:00.000Z";
const event = (seq: number, type: string, data: TaskEvent["data"], attempt = 1): TaskEvent => ({
  attempt,
  seq,
  type,
  at: AT,
  data,
});

it("adds points in the order of their steps", () => {
  const told = [
    event(1, "run.started", {}),
    event(2, "step", { step: 1, total_steps: 9, loss: 5 }),
    event(3, "step", { step: 3, total_steps: 9, loss: 3 }),
    event(4, "eval", { step: 3, loss: 3.5 }),
  ];
  const metrics = told.reduce(addToMetrics, EMPTY);
  expect(metrics.steps.map(({ step, loss }) => [step, loss])).toEqual([
    [1, 5],
    [3, 3],
  ]);
  expect(metrics.evaluations).toEqual([{ attempt: 1, step: 3, loss: 3.5, tokenAccuracy: null }]);
  expect(metrics.totalSteps).toBe(9);
  expect(metrics.attempts).toEqual([{ attempt: 1, startedAt: AT, firstStep: 1 }]);
});

it("has each step once when a resumed run tells it again", () => {
  const told = [
    event(2, "step", { step: 1, loss: 5 }),
    event(3, "step", { step: 2, loss: 4 }),
    event(1, "step", { step: 2, loss: 4.5 }, 2),
    event(2, "step", { step: 3, loss: null }, 2),
  ];
  const metrics = told.reduce(addToMetrics, EMPTY);
  expect(metrics.steps.map(({ attempt, step, loss }) => [attempt, step, loss])).toEqual([
    [1, 1, 5],
    [2, 2, 4.5],
    [2, 3, null],
  ]);
});

it("keeps lines that say something, each once", () => {
  const told = [
    event(1, "phase", { name: "sft" }),
    event(1, "phase", { name: "sft" }),
    event(2, "heartbeat", {}),
    event(3, "step", { step: 1 }),
  ];
  expect(told.reduce(addToLog, { events: [] }).events.map(({ type }) => type)).toEqual(["phase"]);
});
