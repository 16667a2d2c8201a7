import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

const CORPUS = fileURLToPath(new URL("../../../../corpus/sample-corpus.jsonl", import.meta.url));

interface NegativeLine {
  prompt: string;
  ir: unknown;
  label: string;
  error_type: string;
  correction: unknown;
  family: string | null;
}

describe.concurrent("foundry negatives", { timeout: 120_000 }, () => {
  it("makes negatives that differ and that `check` catches with their error type", async () => {
    const blueprints = await runCli(["blueprints", "--count", "24", "--seed", "3"]);
    const types = ["verbose_string", "missing_python_quirk", "missing_return_path"];
    const args = ["negatives", "-", "--per-sample", "2", "--seed", "3"];
    const made = await runCli([...args, ...types.flatMap((type) => ["--error-type", type])], {
      input: blueprints.stdout,
    });
    const lines = made.results as NegativeLine[];
    expect(made.exitCode).toBe(0);
    expect(lines.length).toBeGreaterThan(20);
    expect(new Set(lines.map(({ error_type }) => error_type)).size).toBe(3);
    const positives = new Map(
      (blueprints.results as NegativeLine[]).map((line) => [line.prompt, line]),
    );
    for (const { prompt, ir, label, correction, family, error_type } of lines) {
      expect(types).toContain(error_type);
      expect(label).toBe("bad");
      expect([correction, family]).toEqual([
        positives.get(prompt)?.ir,
        positives.get(prompt)?.family,
      ]);
      expect(ir).not.toEqual(correction);
    }
    const checked = await runCli(["check", "-"], { input: made.stdout });
    const found = checked.results.slice(0, -1) as { findings: { error_type: string }[] }[];
    const missed = lines.filter(
      ({ error_type }, index) =>
        found[index]?.findings.some((finding) => finding.error_type === error_type) !== true,
    );
    expect(missed).toEqual([]);
    expect(made.stderr).toMatch(/^\d+ negatives from 24 records/);
  });

  it("gives each record the same negatives, whatever else is in the file", async () => {
    const args = ["negatives", "-", "--seed", "1"];
    const blueprints = await runCli(["blueprints", "--count", "12", "--seed", "3"]);
    const lines = blueprints.stdout.trimEnd().split("\n");
    const all = await runCli(args, { input: blueprints.stdout });
    const turned = await runCli(args, { input: lines.toReversed().join("\n") });
    expect(turned.stdout.trimEnd().split("\n").toReversed()).toEqual(
      all.stdout.trimEnd().split("\n"),
    );
    const other = await runCli(["negatives", "-", "--seed", "2"], { input: blueprints.stdout });
    expect(other.stdout).not.toBe(all.stdout);
  });

  it("makes none from an IR that fails the check itself", async () => {
    const args = ["negatives", CORPUS, "--error-type", "verbose_string", "--per-sample", "5"];
    const { exitCode, results, stderr } = await runCli(args);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /verbose_string: \d+ made, \d+ not caught by its check, [1-9]\d* good IRs that fail it/,
    );
    expect(results.length).toBeGreaterThan(5);
  });

  it.each([
    ["a prompt without an IR", '{"prompt":"a"}', [], /record 1 has a prompt but no IR/],
    ["an unknown error type", "{}", ["--error-type", "typo"], /verbose_string/],
    ["no number", "{}", ["--per-sample", "0"], /whole number from 1/],
    ["nothing", "", [], /no record|empty/],
  ])("refuses %s in one line", async (_, input, args, message) => {
    const run = await runCli(["negatives", "-", ...args], { input });
    expect([run.exitCode, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toMatch(/^foundry: [^\n]+\n$/);
    expect(run.stderr).toMatch(message);
  });
});
