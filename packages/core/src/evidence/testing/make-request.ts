import { EVIDENCE_LIMIT_DEFAULTS } from "../evidence-limit-defaults.ts";
import type { EvidenceRequest } from "../evidence.schema.ts";

interface SmallRequest {
  /** Sources; the first one is the reference. All define `f`. */
  sources: string[];
  /** One list of arguments for each input. */
  inputs?: string[][];
  expected?: string[];
  predicates?: string[];
  parameters?: string[];
  maxMutants?: number;
  limits?: Partial<EvidenceRequest["limits"]>;
}

/** A request for a test, about a function `f(x)` unless it says otherwise. */
export function makeRequest(small: SmallRequest): EvidenceRequest {
  return {
    functionName: "f",
    parameters: small.parameters ?? ["x"],
    implementations: small.sources.map((source, index) => ({ id: String(index), source })),
    inputs: (small.inputs ?? [["0"]]).map((input, index) => {
      const expected = small.expected?.[index];
      return { arguments: input, origin: "type", ...(expected === undefined ? {} : { expected }) };
    }),
    predicates: small.predicates ?? [],
    maxMutants: small.maxMutants ?? 0,
    limits: { ...EVIDENCE_LIMIT_DEFAULTS, seconds: 30, ...small.limits },
  };
}
