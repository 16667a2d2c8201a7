import { randomUUID } from "node:crypto";
import {
  TRAINING_PRESETS,
  type TrainingPreset,
} from "@foundry/core/training/training-config.schema";
import { type TrainingRun, trainingRunSchema } from "@foundry/core/training/training-run.schema";
import { Command, Option } from "commander";
import { EXIT_CODES } from "../exit-codes.ts";
import { findByNumber } from "../studio/find-by-number.ts";
import { postJson } from "../studio/post-json.ts";
import { Progress } from "../studio/progress.ts";
import { addStudioOptions, chooseStudio, type StudioOptions } from "../studio/studio.ts";
import { waitForEnd } from "../studio/wait-for-end.ts";
import { buildConfig } from "../train/build-config.ts";
import { writeResult } from "../write-output.ts";
import { parseNumber } from "./parse-number.ts";

const NOTES = `
Has a runner of the studio train an adapter on a frozen dataset. The training goes on when this
command is stopped. While one with the same dataset and settings is under way, that one is the
answer. The training goes to standard output as one JSON line; its adapter is under
/api/artifacts/<adapter.id>.

Exit code: 0 started, or with --wait it succeeded; 1 it failed or was stopped; 2 it could not start.

Examples:
  foundry train --dataset 1 --preset smoke --wait
  foundry train --dataset 3 --preset 30b-bf16 --set lora.r_attention=16 --set sft.epochs=2`;

export function createTrainCommand(): Command {
  return addStudioOptions(
    new Command("train")
      .description("train an adapter on a dataset of a running studio")
      .requiredOption("--dataset <number>", "number of the dataset", parseNumber)
      .addOption(
        new Option("--preset <preset>", "settings to start from")
          .choices(TRAINING_PRESETS)
          .default("smoke"),
      )
      .option("--set <setting>", "another value, as sft.epochs=1; may be repeated", collect, [])
      .option("--title <text>", "what people call the training")
      .option("--wait", "wait for its end"),
  )
    .addHelpText("after", NOTES)
    .action(runTrain);
}

interface Options extends StudioOptions {
  dataset: number;
  preset: TrainingPreset;
  set: string[];
  title?: string;
  wait?: true;
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

async function runTrain({ dataset, preset, set, title, wait, ...options }: Options): Promise<void> {
  const config = buildConfig(preset, set);
  const studio = chooseStudio(options);
  const progress = new Progress();
  const datasetId = await findByNumber(studio, {
    path: "/api/datasets",
    number: dataset,
    noun: "dataset",
  });
  const started = await postJson(
    studio,
    "/api/training-runs",
    { datasetId, preset, config, title, requestKey: randomUUID() },
    trainingRunSchema,
  );
  const run = wait === true ? await waitForEnd(studio, watch(started), progress) : started;
  progress.end(describe(run));
  await writeResult(run);
  if (wait === true && run.state !== "succeeded") process.exitCode = EXIT_CODES.findings;
}

function watch(started: TrainingRun) {
  return {
    started,
    path: `/api/training-runs/${started.id}`,
    schema: trainingRunSchema,
    name: `training ${started.number}`,
    isOver: ({ state }: TrainingRun) => state !== "waiting" && state !== "running",
    describe,
  };
}

function describe({ number, state, phase, progress, error, waitingFor }: TrainingRun): string {
  const name = `training ${number}`;
  if (state === "waiting") return `${name} waits for a runner. ${waitingFor ?? ""}`.trim();
  if (state === "failed") {
    return `${name} failed: ${error?.message ?? ""} ${error?.hint ?? ""}`.trim();
  }
  if (state !== "running") return `${name}: ${state}`;
  const share = progress === null ? "" : `, ${Math.round(progress * 100)} %`;
  return `${name}: ${phase ?? "starting"}${share}`;
}
