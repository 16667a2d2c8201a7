import type { EvidenceEvent, EvidenceRequest } from "@foundry/core/evidence/evidence.schema";
import type { SandboxEnd } from "../../../../components/sandbox/python-sandbox";
import { type LoadProgress, loadSandboxFiles } from "../../../../components/sandbox/sandbox-files";
import { readEvent } from "./read-event";
import { takePython, warmPython } from "./warm-python";

export type RunStep =
  | { kind: "loading"; progress: LoadProgress | null }
  | { kind: "starting" }
  | { kind: "running"; callCount: number; mutantCount: number };

const STEP_INTERVAL_MS = 100;
const NO_RESULT: SandboxEnd = {
  kind: "crashed",
  message: "the code sent something that is no result",
};

/**
 * Runs a request in a fresh sandbox of this browser. Resolves with its events, the ending included;
 * an abort ends it with what is known by then.
 *
 * @throws Error with a sentence for the reader when Python cannot be loaded or started
 */
export async function runEvidence(
  request: EvidenceRequest,
  signal: AbortSignal,
  onStep: (step: RunStep) => void,
): Promise<EvidenceEvent[]> {
  onStep({ kind: "loading", progress: null });
  const files = await loadSandboxFiles((progress) => onStep({ kind: "loading", progress }));
  if (signal.aborted) return [];
  onStep({ kind: "starting" });
  const python = takePython(files);
  const aborted = untilAborted(signal);
  await Promise.race([python.ready, aborted]);
  if (signal.aborted) {
    python.close();
    return [];
  }
  const events: EvidenceEvent[] = [];
  const tell = makeTeller(events, onStep);
  const ended = new Promise<SandboxEnd>((resolve) => {
    const run = python.run(JSON.stringify(request), request.limits, (line) => {
      const event = readEvent(line, request);
      if (event === null) return resolve(NO_RESULT);
      events.push(event);
      tell();
    });
    void run.then(resolve);
  });
  tell();
  const end = await Promise.race([ended, aborted]);
  python.close();
  if (!signal.aborted) warmPython(files);
  return [...events, ...describeEnd(end)];
}

/** At most ten steps a second, however fast the events come. */
function makeTeller(events: EvidenceEvent[], onStep: (step: RunStep) => void) {
  let toldAt = -Infinity;
  return () => {
    const now = performance.now();
    if (now - toldAt < STEP_INTERVAL_MS) return;
    toldAt = now;
    onStep({
      kind: "running",
      callCount: events.filter(({ type }) => type === "call").length,
      mutantCount: events.filter(({ type }) => type === "mutant").length,
    });
  };
}

function untilAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}

/** What the harness says itself, such as `finished`, is among the events already. */
function describeEnd(end: SandboxEnd | null): EvidenceEvent[] {
  if (end?.kind === "stopped") return [{ type: "stopped", limit: end.limit }];
  if (end?.kind === "crashed") return [{ type: "crashed", message: end.message }];
  return [];
}
