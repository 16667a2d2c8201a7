import { describe, expect, it } from "vitest";
import type { CheckedIr } from "../check-ir.ts";
import { ERROR_TYPE_IDS } from "../error-types.ts";
import { type Finding, SEVERITIES } from "../finding.ts";
import { assessRisk } from "./assess-risk.ts";

const EFFECTS = [
  { description: "If x < 1, return LITERAL 0." },
  { description: "Otherwise return x." },
];
const PROMPT = "Return 0 if x is below 1, and x otherwise.";

function makeChecked(findings: Finding[]): CheckedIr & { prompt: string } {
  const value = { effects: EFFECTS, assertions: [{ predicate: "result >= 0" }] };
  return { value, ir: null, isSchemaValid: true, findings, ledger: [], prompt: PROMPT };
}

function makeFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    check: "wrong_literal",
    errorType: "wrong_literal",
    severity: "error",
    path: "/effects/0/description",
    message: "wrong",
    ...overrides,
  };
}

describe("assessRisk", () => {
  it("gives a clean and simple sample about one in ten", () => {
    const { score } = assessRisk(makeChecked([]));
    expect(score).toBeGreaterThan(0.05);
    expect(score).toBeLessThan(0.15);
  });

  it.each(ERROR_TYPE_IDS)("gives one error of type %s at least 0.6", (errorType) => {
    expect(assessRisk(makeChecked([makeFinding({ errorType })])).score).toBeGreaterThanOrEqual(0.6);
  });

  it("comes near 1 with several errors", () => {
    const findings = [makeFinding(), makeFinding({ errorType: "wrong_threshold" }), makeFinding()];
    expect(assessRisk(makeChecked(findings)).score).toBeGreaterThan(0.98);
  });

  it("never falls when a finding is added", () => {
    const findings: Finding[] = [];
    let last = assessRisk(makeChecked(findings)).score;
    for (const errorType of ERROR_TYPE_IDS) {
      for (const severity of SEVERITIES) {
        findings.push(makeFinding({ errorType, severity, check: errorType }));
        const { score } = assessRisk(makeChecked([...findings]));
        expect(score).toBeGreaterThanOrEqual(last);
        expect(score).toBeLessThanOrEqual(1);
        last = score;
      }
    }
  });

  it("names the strongest reasons first and groups findings of one kind", () => {
    const findings = [makeFinding(), makeFinding(), makeFinding({ severity: "info" })];
    const { reasons } = assessRisk(makeChecked(findings));
    expect(reasons[0]).toEqual({
      text: "2 errors: A literal changed, misspelt or missing",
      weight: 6.9,
    });
    expect(reasons[1]?.text).toBe("1 hint: A literal changed, misspelt or missing");
    expect(reasons.map(({ weight }) => weight)).toEqual(
      reasons.map(({ weight }) => weight).toSorted((left, right) => right - left),
    );
  });

  it("holds for an IR that is no object and has no prompt", () => {
    const checked = { value: undefined, ir: null, isSchemaValid: false, findings: [], ledger: [] };
    const { score, reasons } = assessRisk({ ...checked, prompt: null });
    expect(score).toBeGreaterThan(0);
    expect(reasons.map(({ text }) => text)).toContain("no prompt to compare with");
  });
});
