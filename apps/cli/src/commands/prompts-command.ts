import { Command } from "commander";
import { writeResult } from "../write-output.ts";
import { drawPrompts } from "./draw-prompts.ts";
import { addPromptOptions, type PromptFlags } from "./parse-prompt-options.ts";

const NOTES = `
One JSON line for each prompt: prompt, category, complexity, source, template, family, slots.
No two prompts are equal or nearly so. When the templates cannot give that many, nothing is
written, and the message says how many they can.

Exit code: 0 all prompts are written, 2 the options cannot be met.

Examples:
  foundry prompts --count 300 --seed 7 > prompts.jsonl
  foundry prompts --count 20 --seed 7 --category mathematical --category edge_cases`;

export function createPromptsCommand(): Command {
  return addPromptOptions(
    new Command("prompts").description("write prompts from templates; needs no studio"),
  )
    .addHelpText("after", NOTES)
    .action(async (flags: PromptFlags) => {
      for (const record of drawPrompts(flags)) await writeResult(record);
    });
}
