import type { Ir } from "../ir/ir.schema.ts";
import { EVIDENCE_LIMIT_DEFAULTS } from "./evidence-limit-defaults.ts";
import type { EvidenceInput, EvidenceRequest } from "./evidence.schema.ts";
import { drawInputs } from "./inputs/draw-inputs.ts";
import { sortInputs } from "./inputs/sort-inputs.ts";

const DRAWN_INPUTS = 120;
const MUTANTS = 40;
/** Of stored inputs and of benchmark cases, each. */
const MAX_GIVEN = 200;

export interface EvidenceSource {
  prompt: string | null;
  ir: Ir;
  /** The first one is the reference. */
  implementations: { id: string; source: string }[];
  /** One Python expression for each parameter; those with another number of them are left out. */
  storedInputs?: readonly (readonly string[])[];
  benchmarkCases?: readonly { arguments: readonly string[]; expected: string }[];
  limits?: Partial<EvidenceRequest["limits"]>;
  maxInputs?: number;
  maxMutants?: number;
}

/** Puts together what the harness needs to try implementations of an IR. Pure and deterministic. */
export function buildEvidenceRequest(source: EvidenceSource): EvidenceRequest {
  const { ir, prompt, implementations } = source;
  const parameters = ir.signature.parameters.map(({ name }) => name);
  const fits = ({ length }: readonly string[]) => length === parameters.length;
  const stored = (source.storedInputs ?? [])
    .filter(fits)
    .slice(0, MAX_GIVEN)
    .map((input): EvidenceInput => ({ arguments: [...input], origin: "stored" }));
  const cases = (source.benchmarkCases ?? [])
    .filter((benchmarkCase) => fits(benchmarkCase.arguments))
    .slice(0, MAX_GIVEN)
    .map((benchmarkCase): EvidenceInput => ({
      arguments: [...benchmarkCase.arguments],
      origin: "benchmark",
      expected: benchmarkCase.expected,
    }));
  const drawn = drawInputs(ir, prompt, { limit: source.maxInputs ?? DRAWN_INPUTS });
  return {
    functionName: ir.signature.name,
    parameters,
    implementations,
    inputs: sortInputs([...cases, ...stored, ...drawn]),
    predicates: ir.assertions.map(({ predicate }) => predicate),
    maxMutants: source.maxMutants ?? MUTANTS,
    limits: { ...EVIDENCE_LIMIT_DEFAULTS, ...source.limits },
  };
}
