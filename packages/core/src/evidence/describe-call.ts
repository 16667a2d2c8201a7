import { describeLimit } from "./describe-limit.ts";
import type { EvidenceExample } from "./evidence-report.ts";
import type { CallResult, EvidenceRequest } from "./evidence.schema.ts";

/** The arguments of an input with the names of their parameters: `items=[1], limit=0`. */
export function describeArguments(request: EvidenceRequest, input: number): string {
  return (request.inputs[input]?.arguments ?? [])
    .map((source, place) => `${request.parameters[place] ?? place}=${source}`)
    .join(", ");
}

export function describeResult(result: CallResult, limits: EvidenceRequest["limits"]): string {
  if (result.kind === "returned") return `returned ${result.repr}`;
  if (result.kind === "stopped") return describeLimit(result.limit, limits);
  const message = result.message === "" ? "" : `: ${result.message}`;
  return `raised ${result.error}${message}`;
}

export function describeExample(
  request: EvidenceRequest,
  { input, result }: { input: number; result: CallResult },
): EvidenceExample {
  return {
    input,
    arguments: describeArguments(request, input),
    outcome: describeResult(result, request.limits),
  };
}
