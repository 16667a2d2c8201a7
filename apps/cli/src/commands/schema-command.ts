import { irJsonSchema } from "@foundry/core/ir/ir-json-schema";
import { irLlmSchema } from "@foundry/core/ir/ir-llm-schema";
import { Command, Option } from "commander";
import { writeOutput } from "../write-output.ts";

const DRAFTS = {
  "7": () => irJsonSchema("draft-7"),
  "2020-12": () => irJsonSchema("2020-12"),
  llm: irLlmSchema,
};
type Draft = keyof typeof DRAFTS;

const NOTES = `
  7        JSON Schema draft-07, for editors and older validators
  2020-12  the newest JSON Schema
  llm      the subset that Claude's structured outputs can enforce: no lengths, patterns or nulls,
           conditions of a hole as a list of {key, value}, no evidence. Check replies against the
           full schema.

Example:
  foundry schema --draft 7 > ir.schema.json`;

export function createSchemaCommand(): Command {
  return new Command("schema")
    .description("print the JSON Schema of an IR; needs no studio")
    .addOption(
      new Option("--draft <draft>", "which JSON Schema")
        .choices(Object.keys(DRAFTS))
        .default("2020-12"),
    )
    .addHelpText("after", NOTES)
    .action(async ({ draft }: { draft: Draft }) => {
      await writeOutput(process.stdout, `${JSON.stringify(DRAFTS[draft](), null, 2)}\n`);
    });
}
