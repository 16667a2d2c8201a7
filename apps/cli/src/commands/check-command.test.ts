import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli, startCli } from "../testing/run-cli.ts";

const CORPUS = fileURLToPath(new URL("../../../../corpus/", import.meta.url));
const IR = { intent: { summary: "Ten chars." }, signature: { name: "f", parameters: [] } };
const IR_TEXT = JSON.stringify(IR);
const FINE = { valid: true, findings: [] };

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "foundry-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface CheckedLine {
  index: number;
  valid: boolean;
  findings: { error_type: string; severity: string; path: string; message: string }[];
}

function addUp(counts: Record<string, number> = {}): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function withProvenance(): string {
  return JSON.stringify({ ...IR, intent: { ...IR.intent, provenance: { source: "agent" } } });
}

describe.concurrent("foundry check", { timeout: 60_000 }, () => {
  it("checks the sample corpus and finds what is declared", async () => {
    const flaws = JSON.parse(await readFile(join(CORPUS, "flaws.json"), "utf8")) as {
      index: number;
      error_type: string;
      path: string;
    }[];
    const { exitCode, results, stderr } = await runCli([
      "check",
      join(CORPUS, "sample-corpus.jsonl"),
    ]);
    const summary = results.pop();
    const lines = results as CheckedLine[];
    expect([exitCode, stderr]).toEqual([1, ""]);
    expect(lines.map(({ index }) => index)).toEqual(
      Array.from({ length: 48 }, (_, index) => index),
    );
    const missed = flaws.filter(
      ({ index, error_type, path }) =>
        lines[index]?.findings.some(
          (finding) => finding.error_type === error_type && finding.path === path,
        ) !== true,
    );
    expect(missed).toEqual([]);
    const flawed = new Set(flaws.map(({ index }) => index));
    const alarming = lines.filter(({ findings }) =>
      findings.some(({ severity }) => severity !== "info"),
    );
    expect(alarming.filter(({ index }) => !flawed.has(index))).toEqual([]);
    expect(summary).toMatchObject({ records: 48, valid: 47, error_types: { schema_invalid: 1 } });
    const { findings, error_types, checks } = summary as Record<string, Record<string, number>>;
    const [bySeverity, ...others] = [findings, error_types, checks].map(addUp);
    expect(others).toEqual([bySeverity, bySeverity]);
  });

  it("checks an IR against the prompt beside it, whatever its field is called", async () => {
    const prompt =
      "Return 'too short' if the text has fewer than 8 characters, and 'ok' otherwise.";
    const ir = {
      intent: { summary: "Say whether a text is long enough." },
      signature: {
        name: "rate_length",
        parameters: [{ name: "text", type_hint: "str" }],
        returns: "str",
      },
      effects: [
        { description: "If len(text) < 8, return LITERAL 'to short'." },
        { description: "Otherwise return LITERAL 'ok'." },
      ],
      assertions: [{ predicate: "text != '' or result == 'to short'" }],
    };
    const input = [{ prompt, ir }, { question: prompt, ir }, { prompt: { prompt }, ir }, ir]
      .map((record) => JSON.stringify(record))
      .join("\n");
    const named = await runCli(["check", "-"], { input });
    const isFound = (result: unknown) =>
      (result as CheckedLine).findings.some(({ error_type }) => error_type === "wrong_literal");
    expect(named.results.slice(0, -1).map(isFound)).toEqual([true, false, true, false]);
    const other = await runCli(["check", "-", "--prompt-field", "question"], { input });
    expect(other.results.slice(0, -1).map(isFound)).toEqual([false, true, false, false]);
    expect(named.exitCode).toBe(1);
  });

  it.each([
    ["bare IRs, one a line", `${IR_TEXT}\n${IR_TEXT}\n`, 2],
    ["the last line without a line break", `${IR_TEXT}\n${IR_TEXT}`, 2],
    ["blank lines, CRLF and a byte order mark", `\ufeff${IR_TEXT}\r\n\r\n${IR_TEXT}\r\n`, 2],
    ["prompts with IRs", JSON.stringify({ prompt: "a", ir: IR }), 1],
    ["an IR as text", JSON.stringify({ prompt: "a", ir: IR_TEXT }), 1],
    [
      "ir_output beside a nested prompt",
      JSON.stringify({ prompt: { prompt: "a" }, ir_output: IR }),
      1,
    ],
    ["training data", JSON.stringify({ prompt: "a", completion: IR_TEXT, label: "good" }), 1],
    ["a list", JSON.stringify([IR, { prompt: "a", ir: IR }]), 2],
    ["an indented list", JSON.stringify([IR, IR], null, 2), 2],
    ["one indented IR", JSON.stringify(IR, null, 2), 1],
  ])("reads %s from standard input", async (_, input, count) => {
    const { exitCode, results } = await runCli(["check", "-"], { input });
    expect(exitCode).toBe(0);
    expect(results.slice(0, -1)).toEqual(
      Array.from({ length: count }, (__, index) => ({ index, ...FINE })),
    );
    expect(results.at(-1)).toMatchObject({ records: count, valid: count });
    expect(results.at(-1)).not.toHaveProperty("index");
  });

  it("reads other fields when they are named", async () => {
    const input = JSON.stringify({ question: "a", answer: { intent: 1 }, ir: IR });
    const args = ["check", "-", "--prompt-field", "question", "--ir-field", "answer"];
    const { exitCode, results } = await runCli(args, { input });
    expect(exitCode).toBe(1);
    expect(results[0]).toMatchObject({
      valid: false,
      findings: [{ path: "/intent" }, { path: "/signature" }],
    });
    const missing = await runCli(["check", "-", "--prompt-field", "question"], {
      input: JSON.stringify({ question: "a" }),
    });
    expect(missing.results[0]).toMatchObject({ valid: false, findings: [{ check: "record" }] });
  });

  it("gives each bad record its line and goes on", async () => {
    const input = [
      JSON.stringify({ prompt: "no IR" }),
      JSON.stringify({ prompt: "cut", ir: '{"intent":' }),
      JSON.stringify({ prompt: "not an IR", ir: [1] }),
      '{"prompt":"cut',
      "not JSON",
      "[1]",
      `{"a":${"[".repeat(100_000)}`,
      `{"a":"${"x".repeat(10_000_000)}"}`,
      JSON.stringify({ ...IR, effects: [{ descripton: "x" }] }),
      IR_TEXT.replace('"name"', '"name":"g","name"'),
      IR_TEXT,
    ].join("\n");
    const { exitCode, results } = await runCli(["check", "-"], { input });
    expect(exitCode).toBe(1);
    const lines = results.slice(0, -1) as { valid: boolean; findings: { message: string }[] }[];
    expect(lines.map(({ valid }) => valid)).toEqual([...Array<boolean>(9).fill(false), true, true]);
    expect(lines.map(({ findings }) => findings.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 0]);
    expect(lines[9]?.findings).toEqual([
      {
        check: "duplicate_key",
        error_type: "schema_invalid",
        severity: "warning",
        path: "/signature/name",
        message: expect.stringContaining("more than once") as string,
      },
    ]);
  });

  it("gives a record that is not UTF-8 its line", async () => {
    const input = Buffer.concat([
      Buffer.from(`${IR_TEXT}\n{"prompt":"`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`"}\n${IR_TEXT}\n`),
    ]);
    const { exitCode, results } = await runCli(["check", "-"], { input });
    expect(exitCode).toBe(1);
    expect(results.slice(0, -1)).toMatchObject([FINE, { valid: false }, FINE]);
  });

  it("strips provenance only when asked", async () => {
    const kept = await runCli(["check", "-"], { input: withProvenance() });
    expect(kept.exitCode).toBe(1);
    expect(kept.results[0]).toMatchObject({
      valid: false,
      findings: [{ path: "/intent/provenance" }],
    });
    const stripped = await runCli(["check", "-", "--strip-provenance"], {
      input: withProvenance(),
    });
    expect(stripped.exitCode).toBe(0);
    expect(stripped.results).toMatchObject([FINE, { provenance_stripped: 1 }]);
  });

  it.each<[string, string, string | Buffer]>([
    ["an empty file", "a.jsonl", ""],
    ["white space", "a.jsonl", " \n\n"],
    ["a zip with a false name", "a.jsonl", Buffer.from("PK\u0003\u0004\u0014\0\0\0\u0008\0rest")],
    ["a gzip with a false name", "a.json", gzipSync(IR_TEXT)],
    [
      "bytes of no kind",
      "a.jsonl",
      Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 251)),
    ],
    ["UTF-16", "a.jsonl", Buffer.from(`\ufeff${IR_TEXT}`, "utf16le")],
    ["prose", "a.txt", "This is not JSON.\n".repeat(5)],
    ["prose with a false name", "a.jsonl", "This is not JSON.\n".repeat(5_000)],
    ["a table", "a.csv", 'prompt,ir\n"a","{}"\n'],
    ["a list of numbers", "a.json", "[1, 2, 3]"],
    ["an empty list", "a.json", "[]"],
  ])("refuses %s in one line", async (title, name, content) => {
    const path = join(folder, `${title.replaceAll(" ", "-")}-${name}`);
    await writeFile(path, content);
    expect(readRefusal(await runCli(["check", path]))).toEqual(REFUSAL);
  });

  it.each([
    ["a folder", ["check", "."], /is a folder/],
    ["a file that is not there", ["check", "nowhere.jsonl"], /there is no such file/],
    ["no file", ["check"], /missing required argument 'file'/],
    ["an unknown option", ["check", "-", "--strip"], /unknown option '--strip'/],
    ["an unknown command", ["chek"], /unknown command 'chek' \(Did you mean check\?\)/],
    ["an unknown draft", ["schema", "--draft", "8"], /Allowed choices are 7, 2020-12, llm/],
  ])("refuses %s in one line", async (_, args, message) => {
    const run = await runCli(args);
    expect(readRefusal(run)).toEqual(REFUSAL);
    expect(run.stderr).toMatch(message);
  });

  it("ends quietly when its reader has seen enough", async () => {
    const path = join(folder, "long.jsonl");
    await writeFile(path, `${IR_TEXT}\n`.repeat(100_000));
    const child = startCli(["check", path]);
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.once("data", () => child.stdout.destroy());
    const exitCode = await new Promise((resolve) => child.on("close", resolve));
    expect([exitCode, stderr]).toEqual([0, ""]);
  });

  it("finds a file from where npm was called", async () => {
    await writeFile(join(folder, "here.jsonl"), IR_TEXT);
    const env = { INIT_CWD: folder, npm_lifecycle_event: "foundry" };
    expect((await runCli(["check", "here.jsonl"], { env })).exitCode).toBe(0);
    expect(
      (await runCli(["check", "here.jsonl"], { cwd: folder, env: { INIT_CWD: "/" } })).exitCode,
    ).toBe(0);
  });

  it.each([["--help"], ["check", "--help"], ["import", "--help"]])(
    "helps with %s",
    async (...args) => {
      const { exitCode, stdout, stderr } = await runCli(args);
      expect([exitCode, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("Exit code:");
    },
  );
});

const REFUSAL = { exitCode: 2, stdout: "", messageCount: 1, isNamed: true };

function readRefusal({ exitCode, stdout, stderr }: Awaited<ReturnType<typeof runCli>>) {
  const messageCount = stderr.split("\n").length - 1;
  return { exitCode, stdout, messageCount, isNamed: stderr.startsWith("foundry: ") };
}
