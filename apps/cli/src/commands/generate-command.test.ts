import type { FewShotSet } from "@foundry/core/generation/few-shot.schema";
import type { GenerationItemPage, GenerationRun } from "@foundry/core/generation/generation.schema";
import { DEFAULT_MODEL_ID } from "@foundry/core/generation/prices/default-models";
import type { Providers } from "@foundry/core/generation/provider.schema";
import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type AnsweringServer,
  json,
  problem,
  startAnsweringServer,
} from "../testing/answering-server.ts";
import { runCli } from "../testing/run-cli.ts";

const ID = "0199d9f0-0000-7000-8000-000000000000";
const OTHER_ID = "0199d9f0-0000-7000-8000-000000000001";
const NOW = "2026-01-01T00:00:00.000Z";
const COUNTS = { waiting: 2, running: 0, done: 0, failed: 0, cancelled: 0 };
const RUN: GenerationRun = {
  id: ID,
  purpose: "irs",
  state: "waiting",
  producer: "anthropic",
  producerTitle: "Claude",
  endpointId: null,
  model: DEFAULT_MODEL_ID,
  effort: null,
  mode: "direct",
  candidatesPerPrompt: 1,
  repairTurns: 1,
  variationsPerPrompt: null,
  fewShotSet: null,
  onDoubt: "retry",
  maxInFlight: 8,
  promptVersion: null,
  itemCount: 2,
  counts: COUNTS,
  createdCount: 0,
  callCount: 0,
  inDoubtCount: 0,
  budgetUsd: null,
  spentUsd: 0,
  reservedUsd: 0,
  unpricedCount: 0,
  pausedUntil: null,
  openBatches: [],
  stopReason: null,
  error: null,
  createdBy: "Ada",
  createdAt: NOW,
  startedAt: null,
  finishedAt: null,
};
const DONE: GenerationRun = {
  ...RUN,
  state: "done",
  counts: { ...COUNTS, waiting: 0, done: 2 },
  createdCount: 2,
  spentUsd: 0.0312,
};
const ITEM: GenerationItemPage["rows"][number] = {
  id: ID,
  position: 0,
  state: "done",
  promptId: 1,
  promptText: "Add two numbers.",
  category: "mathematical",
  round: 1,
  failure: null,
  failureMessage: null,
  sampleId: 7,
  createdCount: 0,
  candidateCount: 1,
  callCount: 1,
  costUsd: 0.0156,
};
const SET: FewShotSet = {
  id: ID,
  name: "good ones",
  version: 1,
  isNewest: false,
  recipe: { kind: "accepted", perCategory: 1, seed: "7" },
  exampleCount: 1,
  byCategory: [],
  tokens: 1,
  isTokensCounted: false,
  runCount: 0,
  createdBy: "Ada",
  createdAt: NOW,
};
const PROVIDERS: Providers = {
  anthropic: {
    keySource: "none",
    hint: null,
    storedBy: null,
    storedAt: null,
    check: null,
    isBeingChecked: false,
    termsUrl: "https://example.org",
    terms: null,
  },
  endpoints: [
    {
      id: OTHER_ID,
      name: "own",
      baseUrl: "http://127.0.0.1:1",
      model: "m",
      hasKey: false,
      hint: null,
      inputPrice: null,
      outputPrice: null,
      hasSchema: true,
      check: null,
      isBeingChecked: false,
    },
  ],
  models: [],
};
const PROMPT_RUN: PromptRun = {
  id: OTHER_ID,
  state: "waiting",
  seed: "7",
  count: 5,
  quotas: {},
  complexityMix: null,
  withBlueprints: false,
  doneCount: 0,
  createdCount: 0,
  refusedCount: 0,
  keptCount: 0,
  sampleCount: 0,
  error: null,
  createdBy: "Ada",
  createdAt: NOW,
  startedAt: null,
  finishedAt: null,
};

const START = "POST /api/generation-runs";
const ITEMS = `GET /api/generation-runs/${ID}/items`;

let server: AnsweringServer;
beforeEach(async () => {
  server = await startAnsweringServer();
});
afterEach(() => server.close());

const generate = (...args: string[]) =>
  runCli(["generate", "--url", server.url, "--token", "fnd_a", ...args]);

function bodyOf(line: string): unknown {
  const found = server.requests.find((request) => request.line === line);
  return JSON.parse(found?.body.toString("utf8") ?? "null");
}

describe("foundry generate", { timeout: 60_000 }, () => {
  it("starts a run as it was asked for, and gives it", async () => {
    server.answers[START] = [json(RUN, 202)];
    server.answers["GET /api/few-shot-sets"] = [
      json([
        { ...SET, id: OTHER_ID, version: 2, isNewest: true },
        SET,
        { ...SET, name: "other", isNewest: true },
      ]),
    ];
    const filter = "--category mathematical --category edge_cases --limit 10".split(" ");
    const amounts = "--candidates 3 --repairs 0 --budget 0.50 --batch".split(" ");
    const set = ["--few-shots", "good ones"];
    const run = await generate("--producer", "anthropic", ...filter, ...amounts, ...set);
    expect(run).toMatchObject({ exitCode: 0, results: [RUN] });
    expect(run.stderr).toBe(`run ${ID} over 2 prompts is started\n`);
    expect(server.requests.at(-1)).toMatchObject({ line: START, token: "Bearer fnd_a" });
    expect(bodyOf(START)).toEqual({
      producer: "anthropic",
      model: DEFAULT_MODEL_ID,
      purpose: "irs",
      mode: "batch",
      variationsPerPrompt: null,
      budgetUsd: 0.5,
      fewShotSetId: OTHER_ID,
      candidatesPerPrompt: 3,
      repairTurns: 0,
      choice: {
        categories: ["mathematical", "edge_cases"],
        limit: 10,
        promptRunId: null,
        withoutIr: true,
      },
    });
  });

  it("waits for the end and gives each prompt, then the run", async () => {
    server.answers[START] = [json(RUN, 202)];
    server.answers[`GET /api/generation-runs/${ID}`] = [
      json({ ...RUN, state: "running", counts: { ...COUNTS, done: 1, waiting: 1 } }),
      problem(503, "unavailable", "Restarting."),
      json(DONE),
    ];
    server.answers[ITEMS] = [
      json({ rows: [ITEM], nextCursor: 0 }),
      json({ rows: [{ ...ITEM, position: 1, promptId: 2 }], nextCursor: null }),
    ];
    const run = await generate("--producer", "anthropic", "--model", "claude-x", "--wait");
    const { promptText: prompt, ...item } = ITEM;
    expect(run.results).toEqual([
      { ...item, prompt },
      { ...item, prompt, position: 1, promptId: 2 },
      DONE,
    ]);
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toContain("run done: 2 samples, 0 failed, $0.03 spent\n");
    expect(bodyOf(START)).toMatchObject({ model: "claude-x", mode: "direct" });
    const lines = server.requests.map(({ line }) => line).filter((line) => line.startsWith(ITEMS));
    expect(lines).toEqual([`${ITEMS}?limit=200`, `${ITEMS}?limit=200&cursor=0`]);
  });

  it.each<[string, Partial<GenerationRun>, string]>([
    ["failed prompts", { ...DONE, counts: { ...DONE.counts, failed: 1 } }, "1 failed"],
    [
      "a run that reached its budget",
      { state: "paused", stopReason: "budget", reservedUsd: 0.25 },
      "run paused (budget): 0 samples, 0 failed, $0.00 spent and $0.25 held back",
    ],
    ["a cancelled run", { state: "cancelled" }, "run cancelled"],
  ])("ends with 1 on %s", async (_, change, message) => {
    server.answers[START] = [json({ ...RUN, ...change }, 202)];
    server.answers[ITEMS] = [json({ rows: [], nextCursor: null })];
    const run = await generate("--producer", "blueprint", "--wait");
    expect(run).toMatchObject({ exitCode: 1, results: [{ id: ID, ...change }] });
    expect(run.stderr).toContain(message);
  });

  it("has prompts written first, and then takes only those", async () => {
    server.answers["POST /api/prompt-runs"] = [json(PROMPT_RUN, 202)];
    server.answers[`GET /api/prompt-runs/${OTHER_ID}`] = [json({ ...PROMPT_RUN, state: "done" })];
    server.answers[START] = [json(RUN, 202)];
    const both = ["--category", "mathematical", "--category", "edge_cases"];
    const run = await generate("--producer", "blueprint", "--prompts", "5", "--seed", "7", ...both);
    expect(run.exitCode).toBe(0);
    expect(bodyOf("POST /api/prompt-runs")).toEqual({
      seed: "7",
      quotas: { mathematical: 2, edge_cases: 3 },
    });
    expect(bodyOf(START)).toMatchObject({ choice: { promptRunId: OTHER_ID } });
  });

  it("says so when the prompts cannot be written", async () => {
    server.answers["POST /api/prompt-runs"] = [
      json({ ...PROMPT_RUN, state: "failed", error: "the templates have no more" }, 202),
    ];
    const run = await generate("--producer", "blueprint", "--prompts", "5", "--seed", "7");
    expect([run.exitCode, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain("The prompts were not written: the templates have no more.");
    const alone = await generate("--producer", "blueprint", "--prompts", "5");
    expect([alone.exitCode, alone.stderr]).toEqual([
      2,
      "foundry: --prompts and --seed belong together.\n",
    ]);
  });

  it("finds an endpoint by its name, and orders variations of it", async () => {
    server.answers["GET /api/providers"] = [json(PROVIDERS)];
    server.answers[START] = [json(RUN, 202)];
    await generate("--producer", "own", "--variations", "3");
    expect(bodyOf(START)).toMatchObject({
      producer: "openai_compatible",
      endpointId: OTHER_ID,
      purpose: "variations",
      variationsPerPrompt: 3,
      choice: { withoutIr: false },
    });
    const unknown = await generate("--producer", "claude");
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      2,
      "foundry: There is no producer claude. There are: blueprint, anthropic, own.\n",
    ]);
  });

  it("passes on why the studio refuses", async () => {
    server.answers[START] = [problem(409, "no_key", "There is no Anthropic key.")];
    const run = await generate("--producer", "anthropic");
    expect([run.exitCode, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain("There is no Anthropic key.");
  });

  it.each([
    [["--producer", "blueprint", "--model", "x"], "--model is for anthropic"],
    [["--producer", "blueprint", "--budget", "-1"], "It must be dollars"],
    [["--producer", "blueprint", "--candidates", "9"], "from 1 to 8"],
    [[], "--producer"],
  ])("refuses %j in one line", async (args, message) => {
    const run = await generate(...args);
    expect([run.exitCode, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain(message);
    expect(server.requests).toEqual([]);
  });

  it("names the sets that there are", async () => {
    server.answers["GET /api/few-shot-sets"] = [json([SET])];
    const run = await generate("--producer", "anthropic", "--few-shots", "bad ones");
    expect([run.exitCode, run.stderr]).toEqual([
      2,
      "foundry: There is no set of examples called bad ones. There are: good ones.\n",
    ]);
  });
});
