import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { EXPORT_FORMATS, type ExportFormat } from "@foundry/core/exports/export.schema";
import { Command, Option } from "commander";
import { resolveFile } from "../env.ts";
import { requestStudio } from "../studio/request-studio.ts";
import { addStudioOptions, chooseStudio, type StudioOptions } from "../studio/studio.ts";
import { UnusableInputError } from "../unusable-input-error.ts";
import { writeOutput } from "../write-output.ts";

const NOTES = `
The accepted and corrected samples, one JSON line each. IRs are in it as they were reviewed, byte
for byte.

  original           {prompt, completion, label}, the project's training format
  prompt-completion  {prompt, completion} with the sample's origin

Exit code: 0 fine, 2 it did not work; then FILE is not touched.

Example:
  foundry export --format original --output train.jsonl`;

export function createExportCommand(): Command {
  return addStudioOptions(
    new Command("export")
      .description("export the accepted and corrected samples of a running studio")
      .addOption(
        new Option("--format <format>", "what a line holds")
          .choices(EXPORT_FORMATS)
          .default("original"),
      )
      .option("--output <file>", "file to write (default: standard output)"),
  )
    .addHelpText("after", NOTES)
    .action(runExport);
}

interface Options extends StudioOptions {
  format: ExportFormat;
  output?: string;
}

async function runExport({ format, output, ...studioOptions }: Options): Promise<void> {
  const response = await requestStudio(chooseStudio(studioOptions), `/api/exports/${format}`);
  const body = response.body ?? new Blob().stream();
  if (output === undefined) await explainCut(copyToStandardOutput(body));
  else await explainCut(writeFileWhole(resolveFile(output), body));
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
