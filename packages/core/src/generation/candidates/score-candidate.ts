import { ERROR_TYPES } from "../../checks/error-types.ts";
import type { Finding } from "../../checks/finding.ts";
import { weighFinding } from "../../checks/risk/finding-weights.ts";
import type { EvidenceReport } from "../../evidence/evidence-report.ts";
import { weighEvidence } from "./weigh-evidence.ts";

/** Log-odds that a reviewer takes an IR as it is when nothing speaks against it. */
const BASE = 2.3;
const MAX_REASONS = 8;

/** One thing that raises (above zero) or lowers a score; `weight` is in log-odds. */
export interface ScoreReason {
  text: string;
  weight: number;
}

export interface CandidateScore {
  /** From 0 to 1, higher is better; about how likely a reviewer takes it as it is. */
  score: number;
  /** The strongest first. */
  reasons: ScoreReason[];
}

/**
 * How good a candidate is by what is known without a person: the findings of the checks, and what
 * its predicates do on a reference implementation. Deterministic. What does not fit the schema has
 * the score 0; one more finding never raises a score.
 *
 * @param evidence null when there is no reference, or nothing to run it with
 */
export function scoreCandidate(candidate: {
  isSchemaValid: boolean;
  findings: readonly Finding[];
  evidence: EvidenceReport | null;
}): CandidateScore {
  const { isSchemaValid, findings, evidence } = candidate;
  const reasons = [
    ...groupFindings(findings),
    ...(evidence === null ? [] : weighEvidence(evidence)),
  ].toSorted((left, right) => Math.abs(right.weight) - Math.abs(left.weight));
  const shown = reasons
    .slice(0, MAX_REASONS)
    .map(({ text, weight }) => ({ text, weight: Math.round(weight * 100) / 100 }));
  if (!isSchemaValid) return { score: 0, reasons: shown };
  const logOdds = reasons.reduce((sum, { weight }) => sum + weight, BASE);
  return { score: 1 / (1 + Math.exp(-logOdds)), reasons: shown };
}

/** Findings of one severity and type make one reason. */
function groupFindings(findings: readonly Finding[]): ScoreReason[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.errorType}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const noun = first.severity === "info" ? "hint" : first.severity;
    const count = `${group.length} ${noun}${group.length === 1 ? "" : "s"}`;
    const weight = -group.reduce((sum, finding) => sum + weighFinding(finding), 0);
    return [{ text: `${count}: ${ERROR_TYPES[first.errorType]}`, weight }];
  });
}
