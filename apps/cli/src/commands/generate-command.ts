import {
  type GenerationRun,
  generationRunSchema,
} from "@foundry/core/generation/generation.schema";
import { Command } from "commander";
import { EXIT_CODES } from "../exit-codes.ts";
import { buildOrder } from "../generate/build-order.ts";
import { describeEnd, describeProgress } from "../generate/describe-run.ts";
import { addGenerateOptions, type GenerateFlags } from "../generate/generate-flags.ts";
import { writeItems } from "../generate/write-items.ts";
import { writePrompts } from "../generate/write-prompts.ts";
import { postJson } from "../studio/post-json.ts";
import { Progress } from "../studio/progress.ts";
import { addStudioOptions, chooseStudio, type Studio } from "../studio/studio.ts";
import { waitForEnd } from "../studio/wait-for-end.ts";
import { UnusableInputError } from "../unusable-input-error.ts";
import { writeResult } from "../write-output.ts";

const NOTES = `
Has a running studio write an IR for each prompt that has none. The run goes on in the studio when
this command is stopped. Blueprints cost nothing and need no key; they are for prompts that were
written from templates, which --prompts orders first.

Without --wait the started run is the only line. With it there is one line for each prompt (id,
state, failure, sampleId, costUsd, prompt, …), and the run is the last line.

Exit code: 0 started, or with --wait every prompt has its IR; 1 some failed or the run stands still;
2 it could not start.

Examples:
  foundry generate --producer blueprint --prompts 300 --seed 7 --wait
  foundry generate --producer anthropic --category mathematical --candidates 3 --budget 5 --wait`;

export function createGenerateCommand(): Command {
  return addGenerateOptions(
    addStudioOptions(
      new Command("generate").description("have a running studio write IRs, or variations"),
    ),
  )
    .addHelpText("after", NOTES)
    .action(runGenerate);
}

async function runGenerate(flags: GenerateFlags): Promise<void> {
  const studio = chooseStudio(flags);
  const progress = new Progress();
  // First, so that nothing is written for an order that cannot be.
  const order = await buildOrder(studio, flags);
  order.choice.promptRunId = await orderPrompts(studio, flags, progress);
  const started = await postJson(studio, "/api/generation-runs", order, generationRunSchema);
  if (flags.wait !== true) {
    progress.end(`run ${started.id} over ${started.itemCount} prompts is started`);
    await writeResult(started);
    return;
  }
  const ended = await waitForEnd(studio, watch(started), progress);
  progress.end(describeEnd(ended));
  await writeItems(studio, ended);
  await writeResult(ended);
  if (ended.state !== "done" || ended.counts.failed > 0) process.exitCode = EXIT_CODES.findings;
}

async function orderPrompts(
  studio: Studio,
  { prompts, seed, category }: GenerateFlags,
  progress: Progress,
): Promise<string | null> {
  if ((prompts === undefined) !== (seed === undefined)) {
    throw new UnusableInputError("--prompts and --seed belong together.");
  }
  if (prompts === undefined || seed === undefined) return null;
  const order = { count: prompts, seed, categories: category ?? [] };
  return writePrompts(studio, order, progress);
}

function watch(started: GenerationRun) {
  return {
    started,
    path: `/api/generation-runs/${started.id}`,
    schema: generationRunSchema,
    name: `run ${started.id}`,
    // What was sent before a pause or a cancel still comes in.
    isOver: ({ state, counts }: GenerationRun) =>
      state !== "waiting" && state !== "running" && counts.running === 0,
    describe: describeProgress,
  };
}
