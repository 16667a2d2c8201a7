import { Command } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { createBlueprintsCommand } from "./commands/blueprints-command.ts";
import { createCheckCommand } from "./commands/check-command.ts";
import { createEvaluateCommand } from "./commands/evaluate-command.ts";
import { createExportCommand } from "./commands/export-command.ts";
import { createGenerateCommand } from "./commands/generate-command.ts";
import { createImportCommand } from "./commands/import-command.ts";
import { createNegativesCommand } from "./commands/negatives-command.ts";
import { createPromptsCommand } from "./commands/prompts-command.ts";
import { createSchemaCommand } from "./commands/schema-command.ts";
import { createSplitCommand } from "./commands/split-command.ts";
import { createStatusCommand } from "./commands/status-command.ts";
import { createTrainCommand } from "./commands/train-command.ts";

const NOTES = `
Results go to standard output as JSON lines, messages to standard error.
Exit code: 0 fine, 1 findings or failed items, 2 unusable input.`;

/** The command line. It throws `CommanderError` where commander would end the process. */
export function createProgram(): Command {
  const program = new Command("foundry")
    .description("IR Foundry: reviewed pairs of prompts and IRs")
    .version(packageJson.version)
    .addHelpText("after", NOTES);
  const commands = [
    createCheckCommand(),
    createPromptsCommand(),
    createBlueprintsCommand(),
    createNegativesCommand(),
    createSplitCommand(),
    createSchemaCommand(),
    createImportCommand(),
    createGenerateCommand(),
    createExportCommand(),
    createTrainCommand(),
    createEvaluateCommand(),
    createStatusCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...commands]) {
    command.exitOverride().configureOutput({
      outputError: (text, write) => write(`${joinLines(text.replace(/^error: /, "foundry: "))}\n`),
    });
  }
  return program;
}

/** Commander puts its suggestion on a line of its own; a message is one line here. */
function joinLines(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, " ");
}
