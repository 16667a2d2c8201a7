import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  type EvidenceEvent,
  type EvidenceRequest,
  evidenceEventSchema,
} from "../evidence.schema.ts";

const HARNESS_FOLDER = fileURLToPath(new URL("../harness", import.meta.url));
const IN_ONE_INTERPRETER = `
import sys
sys.path.insert(0, sys.argv[1])
from foundry_harness.browser import run
run(sys.stdin.read(), lambda text: print(text, file=sys.__stdout__, flush=True))
`;

export type HarnessMode = "children" | "one interpreter";

/** Runs harmless code with this machine's Python, without the sandbox: only for code of tests. */
export function runHarness(request: EvidenceRequest, mode: HarnessMode): EvidenceEvent[] {
  const program = mode === "children" ? [] : ["-c", IN_ONE_INTERPRETER];
  const { stdout, stderr, status } = spawnSync("python3", ["-B", ...program, HARNESS_FOLDER], {
    input: JSON.stringify(request),
    encoding: "utf8",
    maxBuffer: 64_000_000,
  });
  if (status !== 0) throw new Error(`the harness ended with ${status}: ${stderr}`);
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => evidenceEventSchema.parse(JSON.parse(line)));
}
