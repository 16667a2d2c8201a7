import type { Evaluation } from "@foundry/core/evaluations/evaluation.schema";
import { PRESETS } from "@foundry/core/training/presets";
import type { TrainingRun } from "@foundry/core/training/training-run.schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type AnsweringServer,
  json,
  problem,
  startAnsweringServer,
} from "../testing/answering-server.ts";
import { runCli } from "../testing/run-cli.ts";

const ID = "0199d9f0-0000-7000-8000-000000000000";
const DATASET = { id: "0199d9f0-0000-7000-8000-000000000003", number: 3, title: "Three" };
const AT = "2026-01-01T00:00:00.000Z";

const RUN: TrainingRun = {
  id: ID,
  taskId: ID,
  number: 1,
  title: "Smoke test",
  preset: "smoke",
  state: "waiting",
  phase: null,
  progress: null,
  attempt: 0,
  isStopping: false,
  error: null,
  dataset: DATASET,
  createdBy: "Ada",
  createdAt: AT,
  startedAt: null,
  finishedAt: null,
  config: PRESETS.smoke.config,
  configSha256: "a",
  datasetSha256: "b",
  systemPromptSha256: "c",
  runner: null,
  waitingFor: "No runner is connected.",
  lastSeq: 0,
  lastEventAt: null,
  canResume: false,
  hasCheckpoint: false,
  adapter: null,
  artifacts: [],
  report: null,
  evaluations: [],
};

let server: AnsweringServer;
let url: string;
let answers: AnsweringServer["answers"];
let requests: AnsweringServer["requests"];

beforeEach(async () => {
  server = await startAnsweringServer();
  ({ url, answers, requests } = server);
});
afterEach(() => server.close());

function page(...rows: { id: string; number: number }[]) {
  return json({ rows, nextCursor: null });
}

describe("foundry train", { timeout: 60_000 }, () => {
  it("starts a training on a dataset by its number, with settings of its own, and waits", async () => {
    answers["GET /api/datasets"] = [
      json({ rows: [{ id: ID, number: 4 }], nextCursor: ID }),
      page(DATASET),
    ];
    const done: TrainingRun = { ...RUN, state: "succeeded", waitingFor: null };
    answers["POST /api/training-runs"] = [json(RUN, 202)];
    answers[`GET /api/training-runs/${ID}`] = [
      json({ ...RUN, state: "running", phase: "sft", progress: 0.5 }),
      problem(503, "unavailable", "Restarting."),
      json(done),
    ];
    const settings = ["--set", "sft.epochs=1.5", "--set", "overflow=drop_and_report"];
    const flags = [...settings, "--wait", "--url", url, "--token", "fnd_a"];
    const run = await runCli(["train", "--dataset", "3", ...flags]);
    expect(run).toMatchObject({ exitCode: 0, results: [done] });
    expect(run.stderr).toContain("training 1: succeeded");
    expect(requests[1]?.line).toContain(`cursor=${ID}`);
    const order = requests.find(({ line }) => line === "POST /api/training-runs");
    expect(JSON.parse(order?.body.toString() ?? "")).toMatchObject({
      datasetId: DATASET.id,
      preset: "smoke",
      config: {
        ...PRESETS.smoke.config,
        overflow: "drop_and_report",
        sft: { ...PRESETS.smoke.config.sft, epochs: 1.5 },
      },
    });
  });

  it("only starts it without --wait, and says why it waits", async () => {
    answers["GET /api/datasets"] = [page(DATASET)];
    answers["POST /api/training-runs"] = [json(RUN, 202)];
    const run = await runCli(["train", "--dataset", "3", "--url", url]);
    expect(run).toMatchObject({ exitCode: 0, results: [RUN] });
    expect(run.stderr).toContain("No runner is connected.");
  });

  it("ends with 1 and the next step when the training failed", async () => {
    answers["GET /api/datasets"] = [page(DATASET)];
    const error = { code: "diverged", message: "The loss was not a number.", hint: "Go slower." };
    answers["POST /api/training-runs"] = [json({ ...RUN, state: "failed", error }, 202)];
    const run = await runCli(["train", "--dataset", "3", "--wait", "--url", url]);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain("training 1 failed: The loss was not a number. Go slower.");
  });

  it.each([
    [["--dataset", "9"], "There is no dataset 9"],
    [["--dataset", "x"], "whole number"],
    [["--dataset", "3", "--set", "sft.epoch=1"], "no such setting"],
    [["--dataset", "3", "--set", "sft.epochs=99"], "--set sft.epochs:"],
    [["--dataset", "3", "--set", "__proto__.x=1"], "no such setting"],
    [["--dataset", "3", "--preset", "huge"], "preset"],
  ])("refuses %j", async (args, message) => {
    answers["GET /api/datasets"] = [page(DATASET)];
    const run = await runCli(["train", ...args, "--url", url]);
    expect([run.exitCode, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain(message);
    expect(requests.filter(({ line }) => line.startsWith("POST"))).toEqual([]);
  });
});

describe("foundry evaluate", { timeout: 60_000 }, () => {
  const evaluation: Evaluation = {
    id: ID,
    taskId: ID,
    number: 2,
    state: "succeeded",
    phase: null,
    progress: null,
    attempt: 1,
    isStopping: false,
    isScoring: true,
    isScored: false,
    error: null,
    trainingRun: { id: ID, number: 1, title: "Smoke test", preset: "smoke" },
    dataset: DATASET,
    lookNumber: 1,
    headline: null,
    createdBy: "Ada",
    createdAt: AT,
    startedAt: AT,
    finishedAt: AT,
    scoredAt: null,
    itemCount: 2,
    checksVersion: null,
    adapterSha256: "a",
    waitingFor: null,
    definitions: [],
    result: null,
  };
  const scores = {
    parses: true,
    schema_valid: true,
    literal_accuracy: null,
    quirk_handling: null,
    assertion_completeness: false,
    exact_match: false,
  };
  const answer = { scores, fieldF1: 0.5, errorTypes: [] };
  const item = (position: number) => ({
    position,
    sampleId: position + 1,
    prompt: "p",
    category: null,
    base: answer,
    adapter: answer,
  });

  it("waits for the figures and gives each item, then the evaluation", async () => {
    answers["GET /api/training-runs"] = [page({ id: ID, number: 1 })];
    answers["POST /api/evaluations"] = [json(evaluation, 202)];
    const difference = { difference: 0, low: -0.5, high: 0.5 };
    const fieldF1 = { items: 2, first: 0.5, second: 0.5, difference, verdict: "better", words: "" };
    const scored = {
      ...evaluation,
      isScoring: false,
      isScored: true,
      scoredAt: AT,
      result: { metrics: [], fieldF1 },
    };
    answers[`GET /api/evaluations/${ID}`] = [json(evaluation), json(scored)];
    answers[`GET /api/evaluations/${ID}/items`] = [
      json({ rows: [item(7)], nextCursor: 7 }),
      json({ rows: [item(8)], nextCursor: null }),
    ];
    const run = await runCli(["evaluate", "--training", "1", "--wait", "--url", url]);
    expect(run).toMatchObject({ exitCode: 0, results: [item(7), item(8), scored] });
    expect(requests.at(-1)?.line).toContain("cursor=7");
  });

  it("ends with 1 when there are no figures", async () => {
    answers["GET /api/training-runs"] = [page({ id: ID, number: 1 })];
    const error = { code: "bad_predictions", message: "Two are missing.", hint: "Start again." };
    answers["POST /api/evaluations"] = [
      json({ ...evaluation, state: "failed", isScoring: false, error }, 202),
    ];
    const run = await runCli(["evaluate", "--training", "1", "--wait", "--url", url]);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain("evaluation 2 failed: Two are missing. Start again.");
  });
});

describe("foundry export --dataset", { timeout: 60_000 }, () => {
  it("gives one split of a dataset", async () => {
    answers["GET /api/datasets"] = [page(DATASET)];
    answers[`GET /api/datasets/${DATASET.id}/exports/chat`] = [json({ id: "1" })];
    const flags = ["--format", "chat", "--split", "test", "--url", url];
    const run = await runCli(["export", "--dataset", "3", ...flags]);
    expect(run).toMatchObject({ exitCode: 0, stdout: '{"id":"1"}' });
    expect(requests.at(-1)?.line).toContain("?split=test");
  });

  it.each([
    [["--format", "chat"], "--dataset"],
    [["--split", "test"], "--dataset"],
    [["--dataset", "3", "--format", "prompt-completion"], "original, chat, pairs"],
  ])("refuses %j", async (args, message) => {
    const run = await runCli(["export", ...args, "--url", url]);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(message);
    expect(requests).toEqual([]);
  });
});
