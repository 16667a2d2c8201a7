import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Import } from "@foundry/core/imports/import.schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type AnsweringServer,
  json,
  problem,
  startAnsweringServer,
} from "../testing/answering-server.ts";
import { runCli } from "../testing/run-cli.ts";

const IMPORT: Import = {
  id: "0199d9f0-0000-7000-8000-000000000000",
  fileName: "irs.jsonl",
  byteCount: 3,
  bytesDone: 0,
  format: "jsonl",
  state: "waiting",
  recordCount: 0,
  promptCount: 0,
  sampleCount: 0,
  duplicateCount: 0,
  badCount: 0,
  strippedCount: 0,
  error: null,
  createdBy: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  startedAt: null,
  finishedAt: null,
};

let folder: string;
let server: AnsweringServer;
let url: string;
let answers: AnsweringServer["answers"];
let requests: AnsweringServer["requests"];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "foundry-cli-"));
  server = await startAnsweringServer();
  ({ url, answers, requests } = server);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const POLL = `GET /api/imports/${IMPORT.id}`;

describe("foundry import", { timeout: 60_000 }, () => {
  it("sends the file, waits for the end and gives the import", async () => {
    const path = join(folder, "irs é.jsonl");
    const bytes = Buffer.alloc(3_000_000, "x");
    await writeFile(path, bytes);
    const done: Import = { ...IMPORT, state: "done", recordCount: 2, sampleCount: 2 };
    answers["POST /api/imports"] = [json(IMPORT, 202)];
    answers[POLL] = [
      json({ ...IMPORT, state: "running" }),
      problem(503, "unavailable", "Restarting."),
      json(done),
    ];
    const run = await runCli(["import", path, "--url", url, "--token", "fnd_a"]);
    expect(run).toMatchObject({ exitCode: 0, results: [done] });
    expect(run.stderr).toContain("import done, 2 records");
    expect(requests[0]).toMatchObject({
      line: "POST /api/imports?fileName=irs+%C3%A9.jsonl",
      token: "Bearer fnd_a",
    });
    expect(requests[0]?.body.equals(bytes)).toBe(true);
  });

  it.each<[string, Partial<Import>, string]>([
    ["bad rows", { state: "done", badCount: 1 }, "1 bad"],
    [
      "a failed import",
      { state: "failed", error: "The file is empty." },
      "import failed: The file is empty.",
    ],
    ["a cancelled import", { state: "cancelled" }, "import cancelled"],
  ])("ends with 1 on %s", async (_, change, message) => {
    answers["POST /api/imports"] = [json({ ...IMPORT, ...change }, 202)];
    const env = { FOUNDRY_URL: url, FOUNDRY_TOKEN: "fnd_b" };
    const run = await runCli(["import", "-"], { input: "{}", env });
    expect(run).toMatchObject({ exitCode: 1, results: [{ id: IMPORT.id, ...change }] });
    expect(run.stderr).toContain(message);
    expect(requests[0]?.token).toBe("Bearer fnd_b");
  });

  it("passes on why the studio refuses", async () => {
    answers["POST /api/imports"] = [problem(403, "needs_corpus_import", "Ask an admin.")];
    const run = await runCli(["import", "-", "--url", url], { input: "{}" });
    expect([run.exitCode, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain(`foundry: ${url} refused: Ask an admin. (request r-1)\n`);
  });

  it("asks nobody when the file is not there", async () => {
    const run = await runCli(["import", "nowhere.jsonl", "--url", url]);
    expect(run).toMatchObject({
      exitCode: 2,
      stderr: "foundry: Cannot read nowhere.jsonl: there is no such file.\n",
    });
    expect(requests).toEqual([]);
  });
});

describe("foundry export", { timeout: 60_000 }, () => {
  const body = Buffer.from('{"prompt":"a","completion":"\\u0000"}\n'.repeat(50_000));

  it.each([
    ["original", []],
    ["prompt-completion", ["--format", "prompt-completion"]],
  ])("writes the format %s to standard output, byte for byte", async (format, args) => {
    answers[`GET /api/exports/${format}`] = [(_, response) => response.end(body)];
    const run = await runCli(["export", ...args, "--url", url]);
    expect([run.exitCode, run.stderr]).toEqual([0, ""]);
    expect(run.stdout === body.toString("utf8")).toBe(true);
  });

  it("writes a file", async () => {
    answers["GET /api/exports/original"] = [(_, response) => response.end(body)];
    const run = await runCli(["export", "--output", join(folder, "a.jsonl"), "--url", url]);
    expect(run).toMatchObject({ exitCode: 0, stdout: "" });
    expect((await readFile(join(folder, "a.jsonl"))).equals(body)).toBe(true);
  });

  it("leaves the file alone when the export breaks off", async () => {
    await writeFile(join(folder, "a.jsonl"), "before");
    answers["GET /api/exports/original"] = [
      (_, response) => response.write(body, () => response.destroy()),
    ];
    const run = await runCli(["export", "--output", join(folder, "a.jsonl"), "--url", url]);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(/^foundry: The export broke off: .+\n$/);
    expect(await readFile(join(folder, "a.jsonl"), "utf8")).toBe("before");
    expect(await readdir(folder)).toEqual(["a.jsonl"]);
  });

  it.each([
    [[], "needs an API token"],
    [["--token", "fnd_old"], "does not accept the API token"],
  ])("says what is wrong with the token %j", async (args, message) => {
    answers["GET /api/exports/original"] = [problem(401, "unauthenticated", "Sign in.")];
    const run = await runCli(["export", "--url", url, ...args]);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(message);
  });
});

describe("foundry status", { timeout: 60_000 }, () => {
  const counts = { pending: 1, accepted: 0, corrected: 0, rejected: 0 };
  const overview = {
    prompts: 1,
    promptsWithoutIr: 0,
    samples: counts,
    categories: [],
    lastImports: [],
    reviewers: null,
    made: null,
    verdictsLast7Days: [],
  };

  it("gives health and, with a token, the overview", async () => {
    answers["GET /api/health"] = [json({ status: "ok", version: "1" })];
    answers["GET /api/overview"] = [json(overview)];
    const health = { status: "ok", version: "1" };
    const open = await runCli(["status", "--url", `${url}/`]);
    expect(open).toMatchObject({ exitCode: 0, stderr: "" });
    expect(open.results).toEqual([{ url, health }]);
    const signedIn = await runCli(["status", "--url", url, "--token", "fnd_a"]);
    expect(signedIn.results).toEqual([{ url, health, overview }]);
  });

  it("ends with 1 when a part is down", async () => {
    answers["GET /api/health"] = [json({ status: "down", database: { status: "down" } }, 503)];
    const run = await runCli(["status", "--url", url, "--token", "fnd_a"]);
    expect(run).toMatchObject({ exitCode: 1, results: [{ health: { status: "down" } }] });
  });

  it.each([
    [
      "nothing listens",
      "http://127.0.0.1:1",
      /^foundry: Cannot reach a studio at http:\/\/127\.0\.0\.1:1: .+\n$/,
    ],
    [
      "the address is none",
      "localhost:3000",
      /^foundry: localhost:3000 is not an address such as .+\n$/,
    ],
  ])("says in one line when %s", async (_, address, message) => {
    const run = await runCli(["status", "--url", address]);
    expect([run.exitCode, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toMatch(message);
  });

  it("says in one line when something else answers", async () => {
    answers["GET /api/health"] = [(_, response) => response.end("<html></html>")];
    const run = await runCli(["status", "--url", url]);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(
      /^foundry: The answer of .+ Is it a studio of the same version\?\n$/,
    );
  });
});
