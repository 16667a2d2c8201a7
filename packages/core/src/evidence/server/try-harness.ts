import { EVIDENCE_LIMIT_DEFAULTS } from "../evidence-limit-defaults.ts";
import { runEvidence } from "./run-in-sandbox.ts";
import type { UsableSandbox } from "./sandbox.ts";

/**
 * Runs the harness once with code that tries what its locks forbid: signal the harness, start a
 * process, open a socket.
 *
 * @returns what is wrong, or null
 */
export async function tryHarness(sandbox: UsableSandbox): Promise<string | null> {
  const source = [
    "import os, socket",
    "def probe():",
    "    reached = []",
    "    for name, action in (('signal', lambda: os.kill(os.getppid(), 0)), ('fork', os.fork), ('socket', socket.socket)):",
    "        try:",
    "            action()",
    "            reached.append(name)",
    "        except OSError:",
    "            pass",
    "    return reached",
  ].join("\n");
  const events = runEvidence(sandbox, {
    functionName: "probe",
    parameters: [],
    implementations: [{ id: "probe", source }],
    inputs: [{ arguments: [], origin: "type" }],
    predicates: ["result == []"],
    maxMutants: 0,
    limits: EVIDENCE_LIMIT_DEFAULTS,
  });
  let problem = "the harness gave no result";
  for await (const event of events) {
    if (event.type === "implementation" && event.error !== null) problem = event.error;
    if (event.type === "crashed") problem = event.message;
    if (event.type !== "call") continue;
    if (event.predicates[0]?.kind === "holds") return null;
    problem =
      event.result.kind === "returned"
        ? `code in the sandbox reaches ${event.result.repr}`
        : `the harness's probe ended with ${JSON.stringify(event.result)}`;
  }
  return problem;
}
