import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  type EvidenceEvent,
  type EvidenceRequest,
  evidenceEventSchema,
} from "../evidence.schema.ts";

const HARNESS_PATH = fileURLToPath(new URL("../harness/harness.py", import.meta.url));
const IN_ONE_INTERPRETER = `
import sys
sys.path.insert(0, sys.argv[1])
import harness
harness.run(sys.stdin.read(), lambda text: print(text, file=sys.__stdout__, flush=True))
`;

export type HarnessMode = "children" | "one interpreter";

/** Runs harmless code with this machine's Python, without the sandbox: only for code of tests. */
export function runHarness(request: EvidenceRequest, mode: HarnessMode): EvidenceEvent[] {
  const folder = HARNESS_PATH.replace(/\/[^/]+$/, "");
  const program = mode === "children" ? [HARNESS_PATH] : ["-c", IN_ONE_INTERPRETER, folder];
  const { stdout, stderr, status } = spawnSync("python3", ["-B", ...program], {
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
