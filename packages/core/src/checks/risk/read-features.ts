import type { CheckedIr } from "../check-ir.ts";

/** What an IR is like apart from its findings; log-odds are never below zero. */
export interface RiskFeature {
  text: string;
  weight: number;
}

const CONDITION_WORD = /\b(?:if|when|unless|otherwise|except|else)\b/gi;

/**
 * Traits that make a change by a person more likely, each with the log-odds that it adds. Weights are
 * set by hand, so that a clean and simple sample is near 0.1 and a clean and hard one near 0.3.
 */
export function readFeatures(checked: CheckedIr, prompt: string | null): RiskFeature[] {
  const { effects, assertions } = countParts(checked.value);
  const thresholds = checked.ledger.filter(({ role }) => role === "threshold").length;
  const values = checked.ledger.filter(({ role }) => role === "value").length;
  const length = prompt?.length ?? 0;
  const conditions = prompt?.slice(0, 20_000).match(CONDITION_WORD)?.length ?? 0;
  const prose = new Set(
    checked.findings.filter(({ check }) => check === "prose_predicate").map(({ path }) => path),
  ).size;
  return [
    feature("no prompt to compare with", prompt === null ? 0.4 : 0, 1),
    feature(`a prompt of ${length} characters`, (length - 150) / 100, 0.15, 4),
    feature(`${thresholds} thresholds in the prompt`, thresholds - 1, 0.08, 6),
    feature(`${values} literals in the prompt`, values - 3, 0.04, 6),
    feature(`${conditions} conditions in the prompt`, conditions - 2, 0.06, 5),
    feature(`${effects} effects`, effects - 4, 0.06, 8),
    feature("no assertions", assertions === 0 ? 1 : 0, 0.6),
    feature(
      `${prose} of ${assertions} predicates cannot be run`,
      assertions === 0 ? 0 : prose / assertions,
      0.8,
    ),
  ].filter(({ weight }) => weight > 0);
}

function feature(text: string, amount: number, each: number, most = 1): RiskFeature {
  return { text, weight: Math.min(Math.max(amount, 0), most) * each };
}

/** The value may not fit the schema, so nothing about it is known. */
function countParts(value: unknown): { effects: number; assertions: number } {
  if (typeof value !== "object" || value === null) return { effects: 0, assertions: 0 };
  const { effects, assertions } = value as { effects?: unknown; assertions?: unknown };
  return {
    effects: Array.isArray(effects) ? effects.length : 0,
    assertions: Array.isArray(assertions) ? assertions.length : 0,
  };
}
