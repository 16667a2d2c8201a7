import { describeExample } from "./describe-call.ts";
import { describeLimit } from "./describe-limit.ts";
import type { EvidenceReport } from "./evidence-report.ts";
import type { CallResult, EvidenceEvent, EvidenceRequest } from "./evidence.schema.ts";
import { summariseImplementation } from "./summarise-implementation.ts";
import { summarisePredicates } from "./summarise-predicates.ts";

type EventOf<Type extends EvidenceEvent["type"]> = EvidenceEvent & { type: Type };

/**
 * What the events of a run amount to. The events may stop anywhere, so it also serves while they
 * still come. The first of the request's implementations is the reference.
 */
export function summariseEvidence(
  request: EvidenceRequest,
  events: readonly EvidenceEvent[],
): EvidenceReport {
  const referenceId = request.implementations[0]?.id;
  const calls = eventsOf(events, "call");
  const ofReference = calls.filter(({ implementation }) => implementation === referenceId);
  const reference = new Map(ofReference.map(({ input, result }) => [input, result]));
  const output = eventsOf(events, "output").at(-1);
  return {
    python: eventsOf(events, "started")[0]?.python ?? null,
    inputs: request.inputs.map(({ arguments: sources, origin }) => ({
      arguments: sources.join(", "),
      origin,
    })),
    implementations: eventsOf(events, "implementation").map(({ id, error }) =>
      summariseImplementation(
        request,
        { id, error, isReference: id === referenceId },
        calls.filter(({ implementation }) => implementation === id),
        reference,
      ),
    ),
    predicates: summarisePredicates(request, ofReference),
    mutants: summariseMutants(request, eventsOf(events, "mutant"), reference),
    output: output === undefined ? null : { text: output.text, isCut: output.isCut },
    ending: describeEnding(request, events),
  };
}

function eventsOf<Type extends EvidenceEvent["type"]>(
  events: readonly EvidenceEvent[],
  type: Type,
): EventOf<Type>[] {
  return events.filter((event): event is EventOf<Type> => event.type === type);
}

function summariseMutants(
  request: EvidenceRequest,
  mutants: readonly EventOf<"mutant">[],
  reference: ReadonlyMap<number, CallResult>,
): EvidenceReport["mutants"] {
  const count = (outcome: EventOf<"mutant">["outcome"]) =>
    mutants.filter((mutant) => mutant.outcome === outcome).length;
  const survivors = mutants
    .filter(({ outcome }) => outcome === "survived")
    .map(({ change, line, input }) => {
      const result = input === null ? undefined : reference.get(input);
      const isShown = input !== null && result !== undefined;
      return {
        change,
        line,
        example: isShown ? describeExample(request, { input, result }) : null,
      };
    });
  return {
    killed: count("killed"),
    survived: count("survived"),
    equivalent: count("equivalent"),
    survivors,
  };
}

function describeEnding(
  request: EvidenceRequest,
  events: readonly EvidenceEvent[],
): EvidenceReport["ending"] {
  const last = events.at(-1);
  if (last?.type === "finished") return { kind: "finished", text: "" };
  if (last?.type === "crashed") return { kind: "crashed", text: last.message };
  if (last?.type !== "stopped") return { kind: "running", text: "" };
  const text = `the run was stopped because it ${describeLimit(last.limit, request.limits)}`;
  return { kind: "stopped", text };
}
