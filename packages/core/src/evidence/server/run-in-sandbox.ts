import type { Readable } from "node:stream";
import {
  type EvidenceEvent,
  type EvidenceRequest,
  evidenceEventSchema,
} from "../evidence.schema.ts";
import { bundleHarness } from "../harness/bundle-harness.ts";
import type { UsableSandbox } from "./sandbox.ts";
import { type SandboxedProcess, startInSandbox } from "./start-in-sandbox.ts";

/** The harness ends a run by itself; this is for one that does not. */
const GRACE_SECONDS = 3;

/** Events are bounded by inputs and mutants, so only something gone wrong reaches this. */
const MAX_EVENT_CHARACTERS = 64_000_000;

/** Made once: it is part of the program, which does not change while it runs. */
let harness: Promise<Buffer> | undefined;

class BrokenRun extends Error {}

/**
 * Runs a request in the sandbox and gives its events as they come. Whatever the code does is an
 * event: the last one is `finished`, `stopped` or `crashed`. Any number may run at once; each may
 * use one processor and, at most, twice the memory of its limit. Leaving the loop ends the run.
 *
 * @throws the signal's reason when it aborts
 */
export async function* runEvidence(
  sandbox: UsableSandbox,
  request: EvidenceRequest,
  signal?: AbortSignal,
): AsyncGenerator<EvidenceEvent> {
  signal?.throwIfAborted();
  harness ??= bundleHarness();
  const run = startInSandbox(sandbox, await harness, ["--strict"], JSON.stringify(request));
  let isLate = false;
  const timer = setTimeout(
    () => {
      isLate = true;
      run.kill();
    },
    (request.limits.seconds + GRACE_SECONDS) * 1000,
  );
  signal?.addEventListener("abort", run.kill);
  try {
    for await (const event of readEvents(run.stdout)) {
      yield event;
      if (event.type === "finished" || event.type === "stopped") return;
    }
    signal?.throwIfAborted();
    yield isLate ? { type: "stopped", limit: "time" } : await explainEnd(run);
  } catch (error) {
    if (!(error instanceof BrokenRun)) throw error;
    yield { type: "crashed", message: error.message };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", run.kill);
    run.kill();
    await run.exited;
  }
}

async function* readEvents(stdout: Readable): AsyncGenerator<EvidenceEvent> {
  let rest = "";
  let length = 0;
  stdout.setEncoding("utf8");
  for await (const part of stdout as AsyncIterable<string>) {
    length += part.length;
    if (length > MAX_EVENT_CHARACTERS) throw new BrokenRun("the run told more than can be kept");
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield readEvent(line);
  }
}

function readEvent(line: string): EvidenceEvent {
  try {
    return evidenceEventSchema.parse(JSON.parse(line));
  } catch (error) {
    throw new BrokenRun("the run told something that is no event", { cause: error });
  }
}

async function explainEnd(run: SandboxedProcess): Promise<EvidenceEvent> {
  const { code, signal } = await run.exited;
  const how = signal === null ? `exit code ${code ?? "unknown"}` : signal;
  const stderr = run.readStderr();
  const why = stderr === "" ? "" : `: ${stderr}`;
  return {
    type: "crashed",
    message: `the interpreter ended before the run was over (${how})${why}`,
  };
}
