import type { ErrorType } from "../checks/error-types.ts";
import type { Finding } from "../checks/finding.ts";
import { identifyIr } from "../ir/identify-ir.ts";
import type { Ir } from "../ir/ir.schema.ts";
import { readIr } from "../ir/read-ir.ts";
import { compareIrs, type IrChange } from "./compare-irs.ts";
import { listEdgeClasses } from "./list-edge-classes.ts";
import type { MetricScores } from "./metrics.ts";
import type { Expectation } from "./read-expectation.ts";

export interface PredictionScore {
  scores: MetricScores;
  /** 0 to 1; 0 for an answer that is no JSON. */
  fieldF1: number;
  /** What the checks find in the answer and not in the reviewed IR, errors first. */
  findings: Finding[];
  /** Of those findings that are more than remarks, each once. */
  errorTypes: ErrorType[];
  /** Edge cases that the reviewed IR tests and the answer does not. */
  missingEdges: string[];
  /** From the reviewed IR to the answer; none for an answer that is no JSON. */
  changes: IrChange[];
}

const LITERAL_ERRORS: readonly ErrorType[] = ["wrong_literal", "verbose_string", "wrong_threshold"];
const NOTHING: Omit<PredictionScore, "findings" | "errorTypes" | "scores"> = {
  fieldF1: 0,
  missingEdges: [],
  changes: [],
};

/**
 * Scores what a model answered to one item, by the definitions of `EVALUATION_METRICS`. Never
 * throws, whatever the answer is. Deterministic.
 *
 * @param output the answer as it came, not trimmed of anything
 */
export function scorePrediction(expectation: Expectation, output: string): PredictionScore {
  const { value, ir, isSchemaValid, findings: formFindings } = readIr(output);
  if (value === undefined) {
    const scores = judge(expectation, { parses: false, ir: null, findings: [], isSame: false });
    const errorTypes: ErrorType[] = ["schema_invalid"];
    return { ...NOTHING, scores, findings: formFindings, errorTypes };
  }
  const findings = expectation.verifier.listNew(value);
  const isSame = isSchemaValid && identifyIr(value) === identifyIr(expectation.ir);
  const serious = findings.filter(({ severity }) => severity !== "info");
  return {
    scores: judge(expectation, { parses: true, ir, findings, isSame }),
    findings,
    errorTypes: [...new Set(serious.map(({ errorType }) => errorType))],
    missingEdges: ir === null ? [] : listMissingEdges(expectation, ir),
    ...compareIrs(expectation.ir, value),
  };
}

interface Answer {
  parses: boolean;
  /** Null unless it fits the schema. */
  ir: Ir | null;
  findings: readonly Finding[];
  isSame: boolean;
}

function judge(expectation: Expectation, { parses, ir, findings, isSame }: Answer): MetricScores {
  const { hasLiterals, hasQuirk, edgeClasses } = expectation;
  const isFree = (errorTypes: readonly ErrorType[]) =>
    ir !== null && !findings.some(({ errorType }) => errorTypes.includes(errorType));
  return {
    parses,
    schema_valid: ir !== null,
    literal_accuracy: hasLiterals ? isFree(LITERAL_ERRORS) : null,
    quirk_handling: hasQuirk ? isFree(["missing_python_quirk"]) : null,
    assertion_completeness:
      edgeClasses === null
        ? null
        : isFree(["missing_edge_case"]) &&
          ir !== null &&
          listMissingEdges(expectation, ir).length === 0 &&
          arePredicatesSound(findings),
    exact_match: isSame,
  };
}

function listMissingEdges({ edgeClasses, ledger }: Expectation, ir: Ir): string[] {
  const covered = listEdgeClasses(ir, ledger);
  return [...(edgeClasses ?? [])].filter((edge) => !covered.has(edge));
}

function arePredicatesSound(findings: readonly Finding[]): boolean {
  return !findings.some(
    ({ errorType, path }) =>
      path.startsWith("/assertions") &&
      (errorType === "prose_predicate" || errorType === "undefined_name"),
  );
}
