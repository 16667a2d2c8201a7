import { describe, expect, it, vi } from "vitest";
import { runCli } from "../testing/run-cli.ts";

// A process starts slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

interface Line {
  prompt: string;
  category: string;
  family: string;
}

describe("foundry prompts", () => {
  it("writes exactly as many for each category, all distinct, the same bytes twice", async () => {
    const args = ["prompts", "--count", "60", "--seed", "7"];
    const [first, second] = await Promise.all([runCli(args), runCli(args)]);
    const lines = first.results as Line[];
    expect([first.exitCode, lines.length, first.stderr]).toEqual([0, 60, ""]);
    expect(first.stdout).toBe(second.stdout);
    const counts = new Map<string, number>();
    for (const { category } of lines) counts.set(category, (counts.get(category) ?? 0) + 1);
    expect([...counts.values()]).toEqual([10, 10, 10, 10, 10, 10]);
    expect(new Set(lines.map(({ prompt }) => prompt)).size).toBe(60);
  });

  it("writes chosen categories only", async () => {
    const args = ["--category", "mathematical", "--category", "edge_cases"];
    const run = await runCli(["prompts", "--count", "5", "--seed", "a", ...args]);
    const categories = (run.results as Line[]).map(({ category }) => category);
    expect(categories.toSorted()).toEqual([
      "edge_cases",
      "edge_cases",
      "mathematical",
      "mathematical",
      "mathematical",
    ]);
  });

  it.each([
    [["--seed", "7"], "--count"],
    [["--count", "10"], "--seed"],
    [["--count", "0", "--seed", "7"], "whole number from 1"],
    [["--count", "1e3", "--seed", "7"], "whole number from 1"],
    [["--count", "10", "--seed", "7", "--category", "poems"], "Allowed choices are control_flow"],
  ])("refuses %j", async (args, message) => {
    const run = await runCli(["prompts", ...args]);
    expect([run.exitCode, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain(message);
  });
});

describe("foundry blueprints", () => {
  it("writes the same prompts with ir, implementation and inputs, and the checks pass", async () => {
    const options = ["--count", "60", "--seed", "7"];
    const prompts = await runCli(["prompts", ...options]);
    const blueprints = await runCli(["blueprints", ...options]);
    expect(blueprints.exitCode).toBe(0);
    const asked = prompts.results as Line[];
    expect(blueprints.results).toMatchObject(
      asked.map(({ prompt, family }) => ({ prompt, family })),
    );
    const checked = await runCli(["check", "-"], { input: blueprints.stdout });
    const lines = checked.results as { index?: number; findings: { severity: string }[] }[];
    const severities = lines
      .filter(({ index }) => index !== undefined)
      .flatMap(({ findings }) => findings.map(({ severity }) => severity));
    expect(severities.filter((severity) => severity !== "info")).toEqual([]);
  });
});
