import { buildPromptBlueprint } from "@foundry/core/prompts/build-prompt-blueprint";
import { Command } from "commander";
import { writeResult } from "../write-output.ts";
import { drawPrompts } from "./draw-prompts.ts";
import { addPromptOptions, type PromptFlags } from "./parse-prompt-options.ts";

const NOTES = `
The lines of \`foundry prompts\` with the same options, each with its right answer added:
ir (the IR), implementation (Python source) and inputs (lists of arguments as Python expressions).

Exit code: 0 all blueprints are written, 2 the options cannot be met.

Example:
  foundry blueprints --count 300 --seed 7 | foundry check -`;

export function createBlueprintsCommand(): Command {
  return addPromptOptions(
    new Command("blueprints").description(
      "write prompts from templates with their IRs; needs no studio",
    ),
  )
    .addHelpText("after", NOTES)
    .action(async (flags: PromptFlags) => {
      for (const record of drawPrompts(flags)) {
        await writeResult({ ...record, ...buildPromptBlueprint(record) });
      }
    });
}
