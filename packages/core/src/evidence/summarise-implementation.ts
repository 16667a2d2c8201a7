import { describeExample, describeResult } from "./describe-call.ts";
import { describeLimit } from "./describe-limit.ts";
import type { ImplementationEvidence } from "./evidence-report.ts";
import {
  type CallResult,
  EVIDENCE_LIMITS,
  type EvidenceEvent,
  type EvidenceRequest,
} from "./evidence.schema.ts";

type CallEvent = EvidenceEvent & { type: "call" };

/** What one implementation did, beside the reference's results by input. */
export function summariseImplementation(
  request: EvidenceRequest,
  implementation: { id: string; isReference: boolean; error: string | null },
  calls: readonly CallEvent[],
  reference: ReadonlyMap<number, CallResult>,
): ImplementationEvidence {
  const results: (CallResult | null)[] = request.inputs.map(() => null);
  for (const call of calls) results[call.input] = call.result;
  const count = (kind: CallResult["kind"]) =>
    calls.filter(({ result }) => result.kind === kind).length;
  const differing = calls.filter(({ asReference }) => !asReference);
  return {
    ...implementation,
    calls: calls.length,
    returned: count("returned"),
    raised: count("raised"),
    changedArguments: calls.filter(({ changedArguments }) => changedArguments).length,
    stopped: listStopped(request, calls),
    benchmark: summariseBenchmark(request, calls),
    disagreements: differing.length,
    smallestDisagreement: describeDisagreement(request, differing[0], reference),
    results,
  };
}

function describeDisagreement(
  request: EvidenceRequest,
  call: CallEvent | undefined,
  reference: ReadonlyMap<number, CallResult>,
): ImplementationEvidence["smallestDisagreement"] {
  const expected = call && reference.get(call.input);
  if (call === undefined || expected === undefined) return null;
  const referenceOutcome = describeResult(expected, request.limits);
  return { ...describeExample(request, call), referenceOutcome };
}

function listStopped(
  request: EvidenceRequest,
  calls: readonly CallEvent[],
): ImplementationEvidence["stopped"] {
  return EVIDENCE_LIMITS.flatMap((limit) => {
    const stopped = calls.filter(
      ({ result }) => result.kind === "stopped" && result.limit === limit,
    );
    const [first] = stopped;
    if (first === undefined) return [];
    const text = describeLimit(limit, request.limits);
    return [{ limit, calls: stopped.length, text, example: describeExample(request, first) }];
  });
}

function summariseBenchmark(
  request: EvidenceRequest,
  calls: readonly CallEvent[],
): ImplementationEvidence["benchmark"] {
  const failed = calls.filter(({ asExpected }) => asExpected === false);
  return {
    passed: calls.filter(({ asExpected }) => asExpected === true).length,
    failed: failed.length,
    failures: failed.map((call) => ({
      ...describeExample(request, call),
      expected: request.inputs[call.input]?.expected ?? "",
    })),
  };
}
