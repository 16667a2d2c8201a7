import {
  type Evaluation,
  evaluationItemPageSchema,
  evaluationSchema,
} from "@foundry/core/evaluations/evaluation.schema";
import { Command } from "commander";
import { EXIT_CODES } from "../exit-codes.ts";
import { findByNumber } from "../studio/find-by-number.ts";
import { postJson } from "../studio/post-json.ts";
import { Progress } from "../studio/progress.ts";
import { readAnswer, requestStudio } from "../studio/request-studio.ts";
import {
  addStudioOptions,
  chooseStudio,
  type Studio,
  type StudioOptions,
} from "../studio/studio.ts";
import { waitForEnd } from "../studio/wait-for-end.ts";
import { writeResult } from "../write-output.ts";
import { parseNumber } from "./parse-number.ts";

const NOTES = `
Has a runner of the studio answer the test split with the base model and with the adapter, and
scores both. Each is a look at the test split, and looks are counted.

Without --wait the started evaluation is the only line. With it there is one line for each item, and
the evaluation with its figures is the last line.

Exit code: 0 started, or with --wait it is scored; 1 it failed or was stopped; 2 it could not start.

Example:
  foundry evaluate --training 1 --wait`;

export function createEvaluateCommand(): Command {
  return addStudioOptions(
    new Command("evaluate")
      .description("measure an adapter of a running studio against its base model")
      .requiredOption("--training <number>", "number of the training", parseNumber)
      .option("--wait", "wait for the figures"),
  )
    .addHelpText("after", NOTES)
    .action(runEvaluate);
}

interface Options extends StudioOptions {
  training: number;
  wait?: true;
}

async function runEvaluate({ training, wait, ...options }: Options): Promise<void> {
  const studio = chooseStudio(options);
  const progress = new Progress();
  const trainingRunId = await findByNumber(studio, {
    path: "/api/training-runs",
    number: training,
    noun: "training",
  });
  const started = await postJson(studio, "/api/evaluations", { trainingRunId }, evaluationSchema);
  const evaluation = wait === true ? await waitForEnd(studio, watch(started), progress) : started;
  progress.end(describe(evaluation));
  if (evaluation.isScored) await writeItems(studio, evaluation.id);
  await writeResult(evaluation);
  if (wait === true && !evaluation.isScored) process.exitCode = EXIT_CODES.findings;
}

function watch(started: Evaluation) {
  return {
    started,
    path: `/api/evaluations/${started.id}`,
    schema: evaluationSchema,
    name: `evaluation ${started.number}`,
    isOver: ({ state, isScored }: Evaluation) =>
      isScored || state === "failed" || state === "cancelled",
    describe,
  };
}

async function writeItems(studio: Studio, id: string): Promise<void> {
  for (let cursor: number | null = -1; cursor !== null;) {
    const query = new URLSearchParams({
      limit: "200",
      ...(cursor < 0 ? {} : { cursor: `${cursor}` }),
    });
    const page: { rows: object[]; nextCursor: number | null } = await readAnswer(
      await requestStudio(studio, `/api/evaluations/${id}/items?${query}`),
      evaluationItemPageSchema,
    );
    for (const row of page.rows) await writeResult(row);
    cursor = page.nextCursor;
  }
}

function describe(evaluation: Evaluation): string {
  const { number, state, phase, progress, error, isScoring, waitingFor, result } = evaluation;
  const name = `evaluation ${number}`;
  if (result !== null) {
    const shares = result.metrics.map(
      ({ metric, first, second, words }) =>
        `${metric} ${percent(first.share)} → ${percent(second.share)} (${words})`,
    );
    return `${name}, base → adapter: ${shares.join(", ")}`;
  }
  if (state === "waiting") return `${name} waits for a runner. ${waitingFor ?? ""}`.trim();
  if (state === "failed") {
    return `${name} failed: ${error?.message ?? ""} ${error?.hint ?? ""}`.trim();
  }
  if (isScoring) return `${name}: scoring`;
  const share = progress === null ? "" : `, ${Math.round(progress * 100)} %`;
  return `${name}: ${state === "running" ? (phase ?? "starting") : state}${share}`;
}

function percent(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)} %`;
}
