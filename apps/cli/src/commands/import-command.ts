import { type Import, importSchema } from "@foundry/core/imports/import.schema";
import { Command } from "commander";
import { EXIT_CODES } from "../exit-codes.ts";
import { openSource, type Source } from "../open-source.ts";
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

const NOTES = `
FILE is JSON Lines, a JSON list or CSV with a header; - reads standard input. The import runs in
the studio and goes on when this command is stopped.

The finished import goes to standard output as one JSON line, progress to standard error.
Importing a file again adds nothing twice.

Exit code: 0 every record is in, 1 some are not or the import failed, 2 it could not start.

Example:
  FOUNDRY_TOKEN=fnd_… foundry import irs.jsonl --url https://foundry.example.org`;

export function createImportCommand(): Command {
  return addStudioOptions(
    new Command("import")
      .description("import prompts and IRs into a running studio")
      .argument("<file>", "JSON Lines, JSON or CSV file; - for standard input"),
  )
    .addHelpText("after", NOTES)
    .action(runImport);
}

async function runImport(file: string, options: StudioOptions): Promise<void> {
  const studio = chooseStudio(options);
  const progress = new Progress();
  const started = await upload(studio, await openSource(file), progress);
  const ended = await waitForEnd(
    studio,
    {
      started,
      path: `/api/imports/${started.id}`,
      schema: importSchema,
      name: `import ${started.id}`,
      isOver: ({ state }) => state !== "waiting" && state !== "running",
      describe: describeState,
    },
    progress,
  );
  progress.end(describeEnd(ended));
  await writeResult(ended);
  if (ended.state !== "done" || ended.badCount > 0) process.exitCode = EXIT_CODES.findings;
}

async function upload(studio: Studio, source: Source, progress: Progress): Promise<Import> {
  const query = new URLSearchParams({ fileName: source.fileName });
  // The types of the browser do not know `duplex`, without which Node sends no stream.
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: streamBody(source, progress),
    duplex: "half",
  };
  return readAnswer(await requestStudio(studio, `/api/imports?${query}`, init), importSchema);
}

function streamBody({ chunks, byteCount }: Source, progress: Progress): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) {
        controller.close();
        return;
      }
      controller.enqueue(value);
      sent += value.length;
      progress.show(`sending: ${describeBytes(sent, byteCount)}`);
    },
  });
}

function describeState({ state, recordCount, bytesDone, byteCount }: Import): string {
  if (state === "waiting") return "waiting for a worker";
  return `importing: ${recordCount} records, ${describeBytes(bytesDone, byteCount)}`;
}

function describeEnd(ended: Import): string {
  if (ended.state === "failed") return `import failed: ${ended.error ?? "no reason was given"}`;
  const counts = `${ended.recordCount} records: ${ended.promptCount} new prompts, ${ended.sampleCount} new samples, ${ended.duplicateCount} already there, ${ended.badCount} bad`;
  return `import ${ended.state === "done" ? "done" : "cancelled"}, ${counts}`;
}

function describeBytes(done: number, total: number | null): string {
  const [doneText = "", totalText] = [done, total].flatMap((count) =>
    count === null ? [] : [`${(count / 1_000_000).toFixed(1)} MB`],
  );
  return totalText === undefined ? doneText : `${doneText} of ${totalText}`;
}
