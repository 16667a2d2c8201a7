import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DATASET_EXPORT_FORMATS } from "@foundry/core/datasets/dataset.schema";
import { type Split, SPLITS } from "@foundry/core/datasets/split.schema";
import { EXPORT_FORMATS } from "@foundry/core/exports/export.schema";
import { Command, Option } from "commander";
import { resolveFile } from "../env.ts";
import { findByNumber } from "../studio/find-by-number.ts";
import { requestStudio } from "../studio/request-studio.ts";
import {
  addStudioOptions,
  chooseStudio,
  type Studio,
  type StudioOptions,
} from "../studio/studio.ts";
import { UnusableInputError } from "../unusable-input-error.ts";
import { writeOutput } from "../write-output.ts";
import { parseNumber } from "./parse-number.ts";

const FORMATS = [...new Set([...EXPORT_FORMATS, ...DATASET_EXPORT_FORMATS])];
type Format = (typeof FORMATS)[number];

const NOTES = `
The accepted and corrected samples, one JSON line each, with their IRs as they were reviewed, byte
for byte; or with --dataset those of a frozen dataset, with their IRs in the canonical form.

  original           {prompt, completion, label}, the project's training format
  prompt-completion  {prompt, completion} with the sample's origin; not of a dataset
  chat               messages, as the trainer reads them; of a dataset only
  pairs              messages with a right and a wrong answer; of a dataset only

Exit code: 0 fine, 2 it did not work; then FILE is not touched.

Example:
  foundry export --format original --output train.jsonl
  foundry export --dataset 1 --format chat --split test`;

export function createExportCommand(): Command {
  return addStudioOptions(
    new Command("export")
      .description("export the accepted and corrected samples of a running studio")
      .addOption(
        new Option("--format <format>", "what a line holds").choices(FORMATS).default("original"),
      )
      .option("--dataset <number>", "of a frozen dataset", parseNumber)
      .addOption(new Option("--split <split>", "of a dataset: one part of it").choices(SPLITS))
      .option("--output <file>", "file to write (default: standard output)"),
  )
    .addHelpText("after", NOTES)
    .action(runExport);
}

interface Options extends StudioOptions {
  format: Format;
  dataset?: number;
  split?: Split;
  output?: string;
}

async function runExport({ output, ...options }: Options): Promise<void> {
  const studio = chooseStudio(options);
  const response = await requestStudio(studio, await choosePath(studio, options));
  const body = response.body ?? new Blob().stream();
  if (output === undefined) await explainCut(copyToStandardOutput(body));
  else await explainCut(writeFileWhole(resolveFile(output), body));
}

async function choosePath(
  studio: Studio,
  { format, dataset, split }: Pick<Options, "format" | "dataset" | "split">,
): Promise<string> {
  const formats: readonly Format[] =
    dataset === undefined ? EXPORT_FORMATS : DATASET_EXPORT_FORMATS;
  if (!formats.includes(format) || (dataset === undefined && split !== undefined)) {
    throw new UnusableInputError(
      dataset === undefined
        ? "chat, pairs and --split are of a dataset: add --dataset with its number."
        : `A dataset is exported as ${formats.join(", ")}.`,
    );
  }
  if (dataset === undefined) return `/api/exports/${format}`;
  const id = await findByNumber(studio, {
    path: "/api/datasets",
    number: dataset,
    noun: "dataset",
  });
  return `/api/datasets/${id}/exports/${format}${split === undefined ? "" : `?split=${split}`}`;
}

async function copyToStandardOutput(body: ReadableStream<Uint8Array>): Promise<void> {
  for await (const chunk of body) await writeOutput(process.stdout, chunk);
}

/** Under its name only when complete, so that a broken connection leaves no half export. */
async function writeFileWhole(path: string, body: ReadableStream<Uint8Array>): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await pipeline(Readable.from(body), createWriteStream(partial));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function explainCut(copying: Promise<void>): Promise<void> {
  try {
    await copying;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnusableInputError(`The export broke off: ${reason}.`);
  }
}
