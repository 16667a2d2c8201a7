import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type EvidenceRequest, evidenceEventSchema } from "../evidence.schema.ts";
import { makeRequest } from "../testing/make-request.ts";
import { runHarness } from "../testing/run-harness.ts";
import { bundleHarness } from "./bundle-harness.ts";
import { writeArchive } from "./write-archive.ts";

// Interpreters start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** Prints the first damaged file, or None, then every file with its length. */
const LIST = `
import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
print(archive.testzip())
for entry in archive.infolist():
    print(entry.filename, entry.file_size, archive.read(entry).decode())
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foundry-bundle-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function runPython(program: string[], archive: Buffer, input = ""): string {
  const path = join(folder, "archive");
  writeFileSync(path, archive);
  const { stdout, stderr, status } = spawnSync("python3", [...program, path], {
    input,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

test("an archive holds what was put in, and its checksums are right", () => {
  const archive = writeArchive([
    { path: "a.py", content: Buffer.from("x = 1") },
    { path: "ü/empty.py", content: Buffer.alloc(0) },
  ]);
  expect(runPython(["-c", LIST], archive)).toBe("None\na.py 5 x = 1\nü/empty.py 0 \n");
});

test("the harness runs from the archive as it does from its folder", async () => {
  const request: EvidenceRequest = makeRequest({
    sources: ["def f(x):\n    return x + 1\n", "def f(x):\n    return x\n"],
    inputs: [["1"], ["[]"]],
    predicates: ["result == x + 1"],
    maxMutants: 3,
  });
  const lines = runPython([], await bundleHarness(), JSON.stringify(request))
    .trim()
    .split("\n");
  const events = lines.map((line) => evidenceEventSchema.parse(JSON.parse(line)));
  expect(events).toEqual(runHarness(request, "children"));
  expect(events.at(-1)).toEqual({ type: "finished" });
});

test("equal sources make equal bytes", async () => {
  expect((await bundleHarness()).equals(await bundleHarness())).toBe(true);
});
