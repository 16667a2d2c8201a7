import { groupItems } from "@foundry/core/datasets/group-items";
import { type GroupSplit, splitGroups } from "@foundry/core/datasets/split-groups";
import {
  DEFAULT_SPLIT_RATIOS,
  SPLITS,
  type SplitRatios,
  splitRatiosSchema,
} from "@foundry/core/datasets/split.schema";
import { Command, InvalidArgumentError, Option } from "commander";
import type { DatasetRecord } from "../dataset-records/dataset-record.ts";
import { readDatasetRecords } from "../dataset-records/read-dataset-records.ts";
import { setField } from "../dataset-records/set-field.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { openSource } from "../open-source.ts";
import { writeOutput } from "../write-output.ts";

const NOTES = `
FILE is JSON Lines or a JSON list of records with a prompt; - reads standard input. The same records
come out in the same order, each on one line, with the field "split": train, validation or test.

Records stay together that have one "family", one "parent" (an id or a prompt) or one prompt, whose
prompts are near-duplicates, or whose IRs say the same. What stays together goes to one split, so
that nothing is measured on what was learnt. Each category is split by the ratios as nearly as that
allows. The order of the records does not matter, and records that are added move few others. How
many went where is said on standard error. The records are held in memory.

Exit code: 0 all records are split, 1 a split got nothing, 2 FILE cannot be used.

Examples:
  foundry blueprints --count 300 --seed 7 | foundry split - --seed 7 > split.jsonl
  foundry split corpus.jsonl --seed 1 --ratios 70,15,15`;

export function createSplitCommand(): Command {
  return new Command("split")
    .description("divide records into train, validation and test; needs no studio")
    .argument("<file>", "JSON Lines or JSON file; - for standard input")
    .requiredOption("--seed <text>", "the same seed gives each record the same split")
    .addOption(
      new Option("--ratios <percentages>", "train, validation and test in percent")
        .argParser(parseRatios)
        .default(DEFAULT_SPLIT_RATIOS, "80,10,10"),
    )
    .addHelpText("after", NOTES)
    .action(runSplit);
}

function parseRatios(text: string): SplitRatios {
  const [train, validation, test, ...more] = text.split(",").map(readPercent);
  const parsed = splitRatiosSchema.safeParse({ train, validation, test });
  if (parsed.success && more.length === 0) return parsed.data;
  throw new InvalidArgumentError(
    "It must be three percentages that add up to 100, such as 80,10,10.",
  );
}

function readPercent(text: string): number {
  return /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}

async function runSplit(file: string, options: { seed: string; ratios: SplitRatios }) {
  const records: DatasetRecord[] = [];
  for await (const record of readDatasetRecords(await openSource(file))) records.push(record);
  const groups = groupItems(records);
  const items = records.map(({ category }, index) => ({ category, group: groups[index] ?? "" }));
  const split = splitGroups(items, options);
  for (const [index, { text }] of records.entries()) {
    await writeOutput(process.stdout, `${setField(text, "split", split.splits[index])}\n`);
  }
  report(items, split);
  if (split.problems.some(({ isBlocking }) => isBlocking)) process.exitCode = EXIT_CODES.findings;
}

function report(
  items: readonly { category: string | null; group: string }[],
  { splits, problems }: GroupSplit,
): void {
  const counts = new Map<string, number[]>();
  for (const [index, { category }] of items.entries()) {
    const name = category ?? "without category";
    const row = counts.get(name) ?? SPLITS.map(() => 0);
    const at = SPLITS.indexOf(splits[index] ?? "train");
    counts.set(
      name,
      row.map((count, column) => (column === at ? count + 1 : count)),
    );
  }
  const groupCount = new Set(items.map(({ group }) => group)).size;
  const lines = [...counts]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, row]) => `  ${name}: ${describe(row)}`);
  const totals = SPLITS.map((_, at) =>
    [...counts.values()].reduce((sum, row) => sum + (row[at] ?? 0), 0),
  );
  process.stderr.write(
    `${[
      `${items.length} records in ${groupCount} groups: ${describe(totals)}`,
      ...lines,
      ...problems.map(({ message }) => message),
    ].join("\n")}\n`,
  );
}

function describe(row: readonly number[]): string {
  return SPLITS.map((split, at) => `${split} ${row[at] ?? 0}`).join(", ");
}
