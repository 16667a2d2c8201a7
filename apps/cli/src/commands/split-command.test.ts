import { expect, describe, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

interface SplitLine {
  prompt: string;
  family: string;
  category: string;
  split: string;
}

const NUMBER_WORDS = "one two three four five six seven eight nine ten".split(" ");

/** Prompts that have nothing in common. */
function makeRecords(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => ({
    prompt: [3, 5, 7].map((step) => `${NUMBER_WORDS[(index * step) % 10]}${index}`).join(" "),
    family: `f${index}`,
  }));
}

function toLines(records: unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

function countBy(lines: SplitLine[], key: (line: SplitLine) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of lines) counts[key(line)] = (counts[key(line)] ?? 0) + 1;
  return counts;
}

describe.concurrent("foundry split", { timeout: 120_000 }, () => {
  it("splits blueprints by 80, 10, 10 in each category, whatever their order", async () => {
    const blueprints = await runCli(["blueprints", "--count", "300", "--seed", "7"]);
    const input = blueprints.stdout;
    const { exitCode, stdout, stderr, results } = await runCli(["split", "-", "--seed", "7"], {
      input,
    });
    const lines = results as SplitLine[];
    expect(exitCode).toBe(0);
    // Everything but the added field is as it was, byte for byte.
    expect(stdout.replaceAll(/,"split":"[a-z]+"\}$/gm, "}")).toBe(input);
    const splitOf = new Map(lines.map(({ family, split }) => [family, split]));
    expect(lines.every(({ family, split }) => splitOf.get(family) === split)).toBe(true);
    for (const [split, quota] of [
      ["train", 240],
      ["validation", 30],
      ["test", 30],
    ] as const) {
      expect(Math.abs((countBy(lines, (line) => line.split)[split] ?? 0) - quota)).toBeLessThan(2);
    }
    const inCategories = countBy(lines, ({ category, split }) => `${category} ${split}`);
    expect(Object.keys(inCategories)).toHaveLength(18);
    for (const [key, count] of Object.entries(inCategories)) {
      expect(Math.abs(count - (key.endsWith("train") ? 40 : 5))).toBeLessThan(2);
    }
    expect(stderr).toMatch(/^300 records in \d+ groups: train 2\d\d, validation \d\d, test \d\d\n/);
    expect(stderr).toContain("\n  mathematical: train ");

    const reversed = input.trimEnd().split("\n").toReversed().join("\n");
    const again = await runCli(["split", "-", "--seed", "7"], { input: reversed });
    expect(again.stdout.trimEnd().split("\n").toReversed().join("\n")).toBe(stdout.trimEnd());
    const other = await runCli(["split", "-", "--seed", "8"], { input });
    expect(other.stdout).not.toBe(stdout);
  });

  it("keeps together families, variations and their parents", async () => {
    const records = makeRecords(60).map((record, index) => ({
      ...record,
      id: index,
      ...(index % 3 === 1 && { parent: index - 1 }),
      ...(index % 3 === 2 && { family: `f${index - 1}` }),
    }));
    const { results } = await runCli(["split", "-", "--seed", "1", "--ratios", "50,25,25"], {
      input: toLines(records),
    });
    const splits = (results as SplitLine[]).map(({ split }) => split);
    for (const [index, split] of splits.entries()) expect(split).toBe(splits[index - (index % 3)]);
    expect(new Set(splits).size).toBe(3);
  });

  it("changes nothing but the split of a record, also one that had another", async () => {
    const input = [
      '{"prompt": "first of all","n":1.0,"split" : "old","big":12345678901234567890}',
      '{"prompt":"quite another thing","split":"x" }',
    ].join("\n");
    const { stdout, exitCode } = await runCli(
      ["split", "-", "--seed", "1", "--ratios", "100,0,0"],
      { input },
    );
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      [
        '{"prompt": "first of all","n":1.0,"split" : "train","big":12345678901234567890}',
        '{"prompt":"quite another thing","split":"train" }',
        "",
      ].join("\n"),
    );
  });

  it("puts records of a JSON list on lines", async () => {
    const input = JSON.stringify(makeRecords(3), null, 2);
    const { results, stdout } = await runCli(["split", "-", "--seed", "1", "--ratios", "0,0,100"], {
      input,
    });
    expect(stdout.trimEnd().split("\n")).toHaveLength(3);
    expect(results).toEqual(makeRecords(3).map((record) => ({ ...record, split: "test" })));
  });

  it("says what is odd and ends with 1 when a split got nothing", async () => {
    const records = makeRecords(4).map((record) => ({ ...record, family: "same", category: "a" }));
    const { exitCode, results, stderr } = await runCli(["split", "-", "--seed", "1"], {
      input: toLines(records),
    });
    expect([exitCode, results.length]).toEqual([1, 4]);
    expect(stderr).toContain("Nothing is left for validation");
    expect(stderr).toContain("The family same has 4 of 4 items");
    expect(stderr).toContain("All items have the category a");
  });

  it.each<[string, string[], string | Uint8Array, RegExp]>([
    ["nothing", [], "", /holds no record|is empty/],
    ["a record without a prompt", [], '{"prompt":"a"}\n{"family":"b"}\n', /line 2: .*no prompt/],
    ["a prompt that is no text", [], '{"prompt":7}', /line 1: .*prompt/],
    ["a cut record", [], '{"prompt":"a"}\n{"prompt":"b', /line 2: .*not valid JSON/],
    ["bytes that are no text", [], Buffer.from('{"prompt":"\xff"}', "latin1"), /line 1: .*UTF-8/],
    ["ratios of 110", ["--ratios", "80,20,10"], '{"prompt":"a"}', /add up to 100/],
    ["two ratios", ["--ratios", "80,20"], '{"prompt":"a"}', /three percentages/],
    ["a negative ratio", ["--ratios", "120,-10,-10"], '{"prompt":"a"}', /three percentages/],
  ])("refuses %s in one line", async (_, args, input, message) => {
    const run = await runCli(["split", "-", "--seed", "1", ...args], { input });
    expect([run.exitCode, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toMatch(/^foundry: [^\n]+\n$/);
    expect(run.stderr).toMatch(message);
  });

  it("needs a seed", async () => {
    const run = await runCli(["split", "-"], { input: '{"prompt":"a"}' });
    expect([run.exitCode, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain("--seed");
  });
});
