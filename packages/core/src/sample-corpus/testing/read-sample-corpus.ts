import { readFileSync } from "node:fs";
import { z } from "zod";
import { ERROR_TYPE_IDS } from "../../checks/error-types.ts";
import { CATEGORIES, COMPLEXITIES } from "../../samples/sample-state.ts";

const recordSchema = z.strictObject({
  prompt: z.string().min(20),
  category: z.enum(CATEGORIES),
  complexity: z.enum(COMPLEXITIES),
  source: z.literal("sample_corpus"),
  ir: z.unknown(),
});

const flawSchema = z.strictObject({
  index: z.int(),
  error_type: z.enum(ERROR_TYPE_IDS),
  path: z.string().startsWith("/"),
  note: z.string().min(20),
});

/** The records of the sample corpus, their lines, and the one flaw that some of them have. */
export function readSampleCorpus() {
  const lines = readCorpusFile("sample-corpus.jsonl").trimEnd().split("\n");
  const flaws = z.array(flawSchema).parse(JSON.parse(readCorpusFile("flaws.json")));
  const flawOf = new Map(flaws.map((flaw) => [flaw.index, flaw]));
  const records = lines.map((line, index) => ({
    ...recordSchema.parse(JSON.parse(line)),
    index,
    flaw: flawOf.get(index) ?? null,
  }));
  return { lines, records, flaws };
}

function readCorpusFile(name: string): string {
  return readFileSync(new URL(`../../../../../corpus/${name}`, import.meta.url), "utf8");
}
