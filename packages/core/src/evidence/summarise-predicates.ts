import { describeExample } from "./describe-call.ts";
import type { CellKind, PredicateEvidence } from "./evidence-report.ts";
import type { EvidenceEvent, EvidenceRequest, PredicateOutcome } from "./evidence.schema.ts";

type CallEvent = EvidenceEvent & { type: "call" };

/** A row of the matrix for each predicate, from the calls of the reference. */
export function summarisePredicates(
  request: EvidenceRequest,
  calls: readonly CallEvent[],
): PredicateEvidence[] {
  return request.predicates.map((predicate, index) => {
    const judged = calls.flatMap((call) => {
      const outcome = call.predicates[index];
      return outcome === undefined ? [] : [{ call, outcome }];
    });
    const count = (kind: CellKind) => judged.filter(({ outcome }) => outcome.kind === kind).length;
    const failing = judged.find(({ outcome }) => outcome.kind === "fails");
    const cells: (CellKind | null)[] = request.inputs.map(() => null);
    for (const { call, outcome } of judged) cells[call.input] = outcome.kind;
    return {
      index,
      predicate,
      holds: count("holds"),
      fails: count("fails"),
      raised: count("raised"),
      counterExample: failing === undefined ? null : describeExample(request, failing.call),
      raises: findRaising(request, judged),
      cells,
    };
  });
}

function findRaising(
  request: EvidenceRequest,
  judged: { call: CallEvent; outcome: PredicateOutcome }[],
): PredicateEvidence["raises"] {
  for (const { call, outcome } of judged) {
    if (outcome.kind !== "raised") continue;
    const error = outcome.message === "" ? outcome.error : `${outcome.error}: ${outcome.message}`;
    return { ...describeExample(request, call), error };
  }
  return null;
}
