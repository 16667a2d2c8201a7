import { type Command, InvalidArgumentError } from "commander";
import type { StudioOptions } from "../studio/studio.ts";

/** What a person asks of `foundry generate`. */
export interface GenerateFlags extends StudioOptions {
  /** `blueprint`, `anthropic`, or the name of an endpoint. */
  producer: string;
  model?: string;
  category?: string[];
  limit?: number;
  candidates?: number;
  repairs?: number;
  variations?: number;
  budget?: number;
  fewShots?: string;
  batch?: true;
  prompts?: number;
  seed?: string;
  wait?: true;
}

export function addGenerateOptions(command: Command): Command {
  return command
    .requiredOption("--producer <name>", "blueprint, anthropic, or the name of an endpoint")
    .option("--model <id>", "model of Anthropic (default: the one that the studio proposes)")
    .option("--category <category>", "only this category; may be repeated", collect)
    .option("--limit <n>", "only the first n prompts that fit", parseWhole(1, 100_000))
    .option("--candidates <n>", "replies for each prompt, the best is taken", parseWhole(1, 8))
    .option("--repairs <n>", "how often a reply is shown its findings", parseWhole(0, 3))
    .option("--variations <n>", "write n new prompts from each one instead", parseWhole(1, 20))
    .option("--budget <usd>", "dollars at most; the run waits before it crosses them", parseDollars)
    .option("--few-shots <name>", "newest version of this set of examples")
    .option("--batch", "hand the requests over as a batch: half the price, up to a day")
    .option("--prompts <n>", "have the studio write n prompts first", parseWhole(1, 5_000))
    .option("--seed <text>", "of those prompts: the same seed gives the same ones")
    .option("--wait", "wait for the end, with one line for each prompt");
}

function collect(text: string, before: string[] = []): string[] {
  return [...before, text];
}

function parseWhole(low: number, high: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d{1,6}$/.test(text) && number >= low && number <= high) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${low} to ${high}.`);
  };
}

function parseDollars(text: string): number {
  if (/^\d{1,6}(\.\d{1,9})?$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be dollars, such as 5 or 0.50.");
}
