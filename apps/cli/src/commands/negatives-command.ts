import { ERROR_TYPE_IDS, type ErrorType } from "@foundry/core/checks/error-types";
import {
  type MadeNegatives,
  makeNegatives,
  type Refusal,
} from "@foundry/core/negatives/make-negatives";
import { Command, InvalidArgumentError, Option } from "commander";
import { readDatasetRecords } from "../dataset-records/read-dataset-records.ts";
import { openSource } from "../open-source.ts";
import { UnusableInputError } from "../unusable-input-error.ts";
import { writeResult } from "../write-output.ts";

const MAX_PER_SAMPLE = 100;

const NOTES = `
FILE is JSON Lines or a JSON list of records with a prompt beside a good IR; - reads standard input.
For each record up to N lines go to standard output:
  {prompt, ir, label: "bad", error_type, correction, family, category}
"ir" is the good IR with one error made in it, "correction" the good IR. Each is verified: it says
something else, its own check catches it, and the good IR passes that check. An IR without a place
for an error gives fewer. How many were made is said on standard error.

They are for preference pairs; never train on them as answers.

Exit code: 0 done, 2 FILE cannot be used.

Examples:
  foundry blueprints --count 300 --seed 7 | foundry negatives - --seed 7
  foundry negatives irs.jsonl --per-sample 3 --error-type verbose_string --error-type wrong_literal`;

interface Options {
  perSample: number;
  seed: string;
  errorType?: ErrorType[];
}

export function createNegativesCommand(): Command {
  return new Command("negatives")
    .description("make verified bad IRs from good ones; needs no studio")
    .argument("<file>", "JSON Lines or JSON file; - for standard input")
    .option("--per-sample <n>", "at most so many for each good IR", parseCount, 1)
    .option("--seed <text>", "the same seed gives the same negatives for a record", "0")
    .addOption(
      new Option("--error-type <type>", "only this type of error; may be repeated (default: all)")
        .choices(ERROR_TYPE_IDS)
        .argParser(collectErrorType),
    )
    .addHelpText("after", NOTES)
    .action(runNegatives);
}

function parseCount(text: string): number {
  const count = Number(text);
  if (/^\d{1,3}$/.test(text) && count >= 1 && count <= MAX_PER_SAMPLE) return count;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_PER_SAMPLE}.`);
}

function collectErrorType(text: string, before: ErrorType[] = []): ErrorType[] {
  const errorType = ERROR_TYPE_IDS.find((known) => known === text);
  if (errorType !== undefined) return [...new Set([...before, errorType])];
  throw new InvalidArgumentError(`Allowed choices are ${ERROR_TYPE_IDS.join(", ")}.`);
}

async function runNegatives(
  file: string,
  { perSample, seed, errorType: errorTypes = [...ERROR_TYPE_IDS] }: Options,
): Promise<void> {
  const source = await openSource(file);
  const tally = new Tally();
  for await (const { prompt, ir, family, category } of readDatasetRecords(source)) {
    if (ir === null) {
      throw new UnusableInputError(
        `${source.name}: record ${tally.records + 1} has a prompt but no IR; its field is \`ir\`, \`ir_output\` or \`completion\`.`,
      );
    }
    const made = makeNegatives({ prompt, ir }, { perSample, seed, errorTypes });
    tally.add(made);
    for (const { ir: bad, errorType } of made.negatives) {
      const origin = { correction: ir, family, category };
      await writeResult({ prompt, ir: bad, label: "bad", error_type: errorType, ...origin });
    }
  }
  process.stderr.write(tally.describe(errorTypes));
}

class Tally {
  records = 0;
  private withoutNegative = 0;
  private readonly made = new Map<ErrorType, number>();
  private readonly refused = new Map<string, number>();

  add({ negatives, refused }: MadeNegatives): void {
    this.records += 1;
    if (negatives.length === 0) this.withoutNegative += 1;
    for (const { errorType } of negatives) {
      this.made.set(errorType, (this.made.get(errorType) ?? 0) + 1);
    }
    for (const { errorType, refusal } of refused) {
      const key = `${errorType} ${refusal}`;
      this.refused.set(key, (this.refused.get(key) ?? 0) + 1);
    }
  }

  describe(errorTypes: readonly ErrorType[]): string {
    const total = [...this.made.values()].reduce((sum, count) => sum + count, 0);
    const count = (errorType: ErrorType, refusal: Refusal) =>
      this.refused.get(`${errorType} ${refusal}`) ?? 0;
    const lines = errorTypes.map(
      (errorType) =>
        `  ${errorType}: ${this.made.get(errorType) ?? 0} made, ${count(errorType, "not_caught")} not caught by its check, ${count(errorType, "positive_fails")} good IRs that fail it`,
    );
    const first = `${total} negatives from ${this.records} records; ${this.withoutNegative} records gave none`;
    return `${[first, ...lines].join("\n")}\n`;
  }
}
