import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutate } from "../negatives/mutate.ts";
import { measureRecall, type TypeRecall } from "../negatives/measure-recall.ts";
import { buildPromptBlueprint } from "../prompts/build-prompt-blueprint.ts";
import { generatePrompts } from "../prompts/generate-prompts.ts";
import { createSeededRandom } from "../negatives/seeded-random.ts";
import { readSampleCorpus } from "../sample-corpus/testing/read-sample-corpus.ts";
import { checkIr } from "./check-ir.ts";
import { ERROR_TYPE_IDS, type ErrorType } from "./error-types.ts";
import type { Finding } from "./finding.ts";
import { applyFix } from "./fixes/apply-fix.ts";

interface Positive {
  prompt: string;
  ir: unknown;
}

const BLUEPRINTS = 60;
const MIN_RECALL = 0.9;
/** Types of which less is caught, and why. */
const LOWER_RECALL: Partial<Record<ErrorType, number>> = {
  // Whether conditions in words leave a path open, and whether "stop" ends a loop or the function,
  // cannot be told from the sentence.
  missing_return_path: 0.8,
  // A plain word ("start", "left", "others") that stands before the step that introduces it may be
  // English there.
  wrong_order: 0.8,
  // Code that gives the right value for an edge by itself needs no word on it, and the checks cannot
  // run the code: they speak only where the prompt names the edge or a step would fail on it.
  missing_edge_case: 0.85,
  // A number next to one of the prompt may be meant: an index, a counter, the last of a range; and
  // "more than 9, return 9" gives the same as "at least 9". The checks speak only where the words
  // around both are the same.
  wrong_threshold: 0.82,
  // A predicate that tries a negative number or a bool counts as a word on the quirk.
  missing_python_quirk: 0.8,
};

/** Words that would matter anywhere else. */
const METADATA = {
  source_path: "src/'too short'.py",
  language: "python",
  origin: "If n < 3, return LITERAL 'nothing'.",
  evidence: [{ note: "handle it as appropriate" }],
};
/** What readers of prompts, effects and Python stumble over. */
const FRAGMENTS = [
  "If len(p0) < 8, return LITERAL 'too short'. ",
  "Otherwise return LITERAL ",
  "Let x be ",
  "p0 != '' or result == ",
  "'",
  '"',
  "\\",
  "\\'",
  "“",
  "`",
  "(",
  "]",
  "{}",
  "lambda x: ",
  "[x for x in ",
  "f'{",
  " <= ",
  "80–89",
  "90+",
  "1e999",
  "0x",
  "ninety-",
  "é\u0301\u{1f600}",
  "\ud800",
  "\u0000",
  "\n\n",
  "; ",
  "__proto__",
  "constructor",
];
const POSITIVES: Positive[] = listPositives();
const anyPositive = fc.constantFrom(...POSITIVES);
const anyErrorType = fc.constantFrom(...ERROR_TYPE_IDS);
const anySeed = fc.integer({ min: 0, max: 0xffff_ffff });

describe("checks", { timeout: 120_000 }, () => {
  it("find nothing that a person must look at in what is right", () => {
    const alarms = POSITIVES.flatMap(({ prompt, ir }) =>
      checkIr(prompt, JSON.stringify(ir)).findings.filter(({ severity }) => severity !== "info"),
    );
    expect(alarms.map(nameFinding)).toEqual([]);
  });

  it("catch what the mutators do", () => {
    const rows = measureRecall(POSITIVES, { slipsPerIr: 3, seed: 1 });
    process.stdout.write(`${formatRecall(rows)}\n`);
    const short = rows
      .filter(({ errorType, mutated, caught }) => !(caught / mutated >= requireRecall(errorType)))
      .map(({ errorType, missed }) => ({ errorType, missed: missed.slice(0, 5) }));
    expect(short).toEqual([]);
  });

  it("look at neither layout nor the order of keys nor metadata", () => {
    fc.assert(
      fc.property(
        anyPositive,
        anyErrorType,
        anySeed,
        fc.constantFrom(0, 1, 2, 4, "\t"),
        (positive, errorType, seed, indent) => {
          const random = createSeededRandom(seed);
          const { prompt } = positive;
          const ir = mutate(prompt, positive.ir, errorType, random)?.ir ?? positive.ir;
          const expected = describeAll(prompt, ir);
          expect(describeAll(prompt, ir, indent)).toEqual(expected);
          expect(describeAll(prompt, shuffleKeys(ir, random), indent)).toEqual(expected);
          fc.pre(errorType !== "schema_invalid");
          expect(describeAll(prompt, { ...(ir as object), metadata: METADATA })).toEqual(expected);
        },
      ),
      { seed: 2, numRuns: 200 },
    );
  });

  it("offer fixes that take their finding away and bring no other", () => {
    const broken = listFlawed().flatMap(({ prompt, ir }) =>
      listBrokenFixes(prompt, JSON.stringify(ir, null, 2)),
    );
    expect(broken.slice(0, 5)).toEqual([]);
  });

  it("point to a place that is there, or to the missing one in it", () => {
    const lost = listFlawed().flatMap(({ prompt, ir }) =>
      checkIr(prompt, JSON.stringify(ir)).findings.filter(({ path }) => !hasPlaceFor(ir, path)),
    );
    expect(lost).toEqual([]);
  });

  it("say the same again, and never throw, whatever a text holds", () => {
    const anyText = fc
      .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: "binary" })), {
        maxLength: 30,
      })
      .map((fragments) => fragments.join(""));
    fc.assert(
      fc.property(
        fc.record({
          prompt: fc.option(anyText),
          summary: anyText,
          hints: fc.array(anyText, { maxLength: 3 }),
          effects: fc.array(anyText, { maxLength: 5 }),
          predicates: fc.array(anyText, { maxLength: 5 }),
        }),
        ({ prompt, summary, hints, effects, predicates }) => {
          const raw = JSON.stringify({
            intent: { summary },
            signature: {
              name: "f",
              parameters: hints.map((type_hint, at) => ({ name: `p${at}`, type_hint })),
              returns: hints[0] ?? null,
            },
            effects: effects.map((description) => ({ description })),
            assertions: predicates.map((predicate) => ({ predicate })),
          });
          expect(checkIr(prompt, raw)).toEqual(checkIr(prompt, raw));
        },
      ),
      { seed: 4, numRuns: 400 },
    );
  });
});

/** The records of the corpus without a flaw, and IRs that are right by construction. */
function listPositives(): Positive[] {
  const samples = readSampleCorpus().records.filter(({ flaw }) => flaw === null);
  const blueprints = generatePrompts({ count: BLUEPRINTS, seed: "checks" }).records.map(
    (record) => ({ prompt: record.prompt, ir: buildPromptBlueprint(record).ir }),
  );
  return [...samples, ...blueprints];
}

/** The flawed records of the corpus, and a slip of each type in each positive. */
function listFlawed(): Positive[] {
  const random = createSeededRandom(3);
  const mutated = POSITIVES.flatMap(({ prompt, ir }) =>
    ERROR_TYPE_IDS.flatMap((errorType) => {
      const mutation = mutate(prompt, ir, errorType, random);
      return mutation === null ? [] : [{ prompt, ir: mutation.ir }];
    }),
  );
  return [...readSampleCorpus().records.filter(({ flaw }) => flaw !== null), ...mutated];
}

function hasPlaceFor(ir: unknown, path: string): boolean {
  const steps = path.split("/").slice(1, -1);
  const holder = steps.reduce<unknown>(
    (value, step) => Object.entries(Object(value)).find(([key]) => key === step)?.[1],
    ir,
  );
  return typeof holder === "object" && holder !== null;
}

function requireRecall(errorType: ErrorType): number {
  return LOWER_RECALL[errorType] ?? MIN_RECALL;
}

function formatRecall(rows: TypeRecall[]): string {
  const head = ["error type", "tried", "caught", "recall"];
  const lines = rows.map(({ errorType, mutated, caught }) => [
    errorType,
    String(mutated),
    String(caught),
    (caught / mutated).toFixed(2),
  ]);
  return [head, ...lines]
    .map(
      ([name = "", ...cells]) => name.padEnd(24) + cells.map((cell) => cell.padStart(8)).join(""),
    )
    .join("\n");
}

/** Without its place, which moves when a step goes away. */
function nameFinding({ check, message }: Finding): string {
  return `${check}: ${message}`;
}

function describeAll(prompt: string, ir: unknown, indent?: number | string): string[] {
  return checkIr(prompt, JSON.stringify(ir, null, indent))
    .findings.map((finding) => `${finding.path} ${nameFinding(finding)}`)
    .toSorted();
}

function shuffleKeys(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffleKeys(item, random));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [random(), [key, shuffleKeys(item, random)]] as const,
  );
  return Object.fromEntries(
    entries.toSorted(([left], [right]) => left - right).map(([, entry]) => entry),
  );
}

function listBrokenFixes(prompt: string, text: string): string[] {
  const { findings } = checkIr(prompt, text);
  const before = countByName(findings);
  return findings.flatMap((finding) => {
    const { fix, path } = finding;
    if (fix === undefined) return [];
    const fixed = applyFix(text, fix);
    const after = countByName(checkIr(prompt, fixed).findings);
    const brought = [...after].filter(([name, count]) => count > (before.get(name) ?? 0));
    const name = nameFinding(finding);
    const isLeft = (after.get(name) ?? 0) >= (before.get(name) ?? 0);
    if (!isLeft && brought.length === 0) return [];
    const outcome = isLeft
      ? "is still there"
      : `brings ${brought.map(([other]) => other).join(", ")}`;
    return [`"${fix.title}" for ${path} ${name} ${outcome}`];
  });
}

function countByName(findings: Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const name = nameFinding(finding);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
