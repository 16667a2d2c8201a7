import type { CheckedIr } from "../check-ir.ts";
import { ERROR_TYPES } from "../error-types.ts";
import type { Finding } from "../finding.ts";
import { weighFinding } from "./finding-weights.ts";
import { readFeatures, type RiskFeature } from "./read-features.ts";

/** How likely a person would change an IR. */
export interface Risk {
  /** From 0 to 1. */
  score: number;
  /** The strongest reasons first; `weight` is the log-odds that one adds. */
  reasons: { text: string; weight: number }[];
}

/** Log-odds of a clean and simple sample: about one in ten is changed. */
const BASE = -2.3;
const MAX_REASONS = 5;

/**
 * The risk that a person would change an IR: a logistic score over its findings, by severity and
 * type, and over traits of the prompt and the IR. Pure and deterministic; one more finding never
 * lowers it.
 */
export function assessRisk(checked: CheckedIr & { prompt: string | null }): Risk {
  const reasons = [...groupFindings(checked.findings), ...readFeatures(checked, checked.prompt)];
  const logOdds = reasons.reduce((sum, { weight }) => sum + weight, BASE);
  const top = reasons.toSorted((left, right) => right.weight - left.weight).slice(0, MAX_REASONS);
  return {
    score: 1 / (1 + Math.exp(-logOdds)),
    reasons: top.map(({ text, weight }) => ({ text, weight: Math.round(weight * 100) / 100 })),
  };
}

/** Findings of one severity and type make one reason. */
function groupFindings(findings: readonly Finding[]): RiskFeature[] {
  const groups = new Map<string, { finding: Finding; count: number; weight: number }>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.errorType}`;
    const group = groups.get(key) ?? { finding, count: 0, weight: 0 };
    group.count += 1;
    group.weight += weighFinding(finding);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ finding, count, weight }) => ({
    text: `${nameSeverity(finding, count)}: ${ERROR_TYPES[finding.errorType]}`,
    weight,
  }));
}

function nameSeverity({ severity }: Finding, count: number): string {
  const noun = severity === "info" ? "hint" : severity;
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
