import { expect, it } from "vitest";
import { describeProgress } from "./describe-progress";

const running = {
  state: "running",
  phase: "evaluating",
  progress: 0,
  isStopping: false,
  isScoring: false,
  itemCount: 30,
} as const;

it.each([
  [{}, "The base model answers", 0],
  [{ progress: 0.25 }, "The base model answers", 15],
  [{ progress: 0.5 }, "The adapter answers", 30],
  [{ progress: 0.9 }, "The adapter answers", 54],
  [{ progress: 1 }, "Handing over the answers", 60],
  [{ phase: "loading_model", progress: null }, "Loading the models", 0],
  [{ phase: null, progress: null }, "Starting", 0],
  [{ isStopping: true, progress: 0.9 }, "Stopping", 0],
  [{ state: "waiting", phase: null, progress: null }, "Waiting for a machine", 0],
  [{ state: "succeeded", isScoring: true, progress: 1 }, "Scoring the answers", 60],
] as const)("%o: %s, %i answers", (changes, phase, doneCount) => {
  expect(describeProgress({ ...running, ...changes })).toEqual({ phase, doneCount, count: 60 });
});
