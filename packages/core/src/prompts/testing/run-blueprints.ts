import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type EvidenceRequest, evidenceEventSchema } from "../../evidence/evidence.schema.ts";

const HARNESS_FOLDER = fileURLToPath(new URL("../../evidence/harness", import.meta.url));
/** One interpreter for all: starting one takes longer than running a blueprint. */
const PROGRAM = `
import json, sys
sys.path.insert(0, sys.argv[1])
from foundry_harness.browser import run
for line in sys.stdin:
    events = []
    run(line, lambda text: events.append(json.loads(text)))
    print(json.dumps(events), file=sys.__stdout__)
`;

/** What the harness says about each request, in order; only for code of ours, without a sandbox. */
export function runBlueprints(requests: readonly EvidenceRequest[]) {
  const { stdout, stderr, status } = spawnSync("python3", ["-B", "-c", PROGRAM, HARNESS_FOLDER], {
    input: requests.map((request) => `${JSON.stringify(request)}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 256_000_000,
  });
  if (status !== 0) throw new Error(`the harness ended with ${status}: ${stderr}`);
  return stdout
    .trim()
    .split("\n")
    .map((line) => z.array(evidenceEventSchema).parse(JSON.parse(line)));
}
