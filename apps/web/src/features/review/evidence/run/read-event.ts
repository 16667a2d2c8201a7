import {
  type EvidenceEvent,
  type EvidenceRequest,
  evidenceEventSchema,
} from "@foundry/core/evidence/evidence.schema";

/** Of what the harness cuts short itself; longer ones were not made by it. */
const MAX_LINE_LENGTH = 200_000;

/**
 * An event from a line of the sandbox, or null when the line is none of a run of this request.
 * Foreign code shares the interpreter with the harness, so it can write lines itself.
 */
export function readEvent(line: string, request: EvidenceRequest): EvidenceEvent | null {
  if (line.length > MAX_LINE_LENGTH) return null;
  const event = evidenceEventSchema.safeParse(parseJson(line)).data;
  return event !== undefined && belongsTo(event, request) ? event : null;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON is not an event either.
    return undefined;
  }
}

function belongsTo(event: EvidenceEvent, request: EvidenceRequest): boolean {
  const { inputs, implementations, predicates } = request;
  const isIndex = (index: number | null, list: unknown[]) =>
    index === null || (index >= 0 && index < list.length);
  const isKnown = (id: string) =>
    implementations.some((implementation) => implementation.id === id);
  switch (event.type) {
    case "implementation":
      return isKnown(event.id);
    case "call":
      return (
        isKnown(event.implementation) &&
        isIndex(event.input, inputs) &&
        event.predicates.length <= predicates.length
      );
    case "mutant":
      return isIndex(event.input, inputs) && isIndex(event.killedBy, predicates);
    case "started":
    case "output":
    case "finished":
    case "stopped":
    case "crashed":
      return true;
  }
}
