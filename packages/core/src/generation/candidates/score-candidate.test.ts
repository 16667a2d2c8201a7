import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ERROR_TYPE_IDS } from "../../checks/error-types.ts";
import { type Finding, SEVERITIES } from "../../checks/finding.ts";
import type { EvidenceReport } from "../../evidence/evidence-report.ts";
import { chooseCandidate } from "./choose-candidate.ts";
import { scoreCandidate } from "./score-candidate.ts";

const finding = fc.record({
  check: fc.constant("c"),
  errorType: fc.constantFrom(...ERROR_TYPE_IDS),
  severity: fc.constantFrom(...SEVERITIES),
  path: fc.constant(""),
  message: fc.constant("m"),
});

function makeFinding(severity: Finding["severity"]): Finding {
  return { check: "c", errorType: "vague_effect", severity, path: "", message: "m" };
}

function makeEvidence(
  predicates: { fails?: number; raised?: number }[],
  mutants: { killed: number; survived: number },
): EvidenceReport {
  return {
    python: "3.12",
    inputs: [],
    implementations: [],
    predicates: predicates.map(({ fails = 0, raised = 0 }, index) => ({
      index,
      predicate: "p",
      holds: 1,
      fails,
      raised,
      counterExample: null,
      raises: null,
      cells: [],
    })),
    mutants: { ...mutants, equivalent: 0, survivors: [] },
    output: null,
    ending: { kind: "finished", text: "" },
  };
}

function score(findings: Finding[], evidence: EvidenceReport | null = null): number {
  return scoreCandidate({ isSchemaValid: true, findings, evidence }).score;
}

describe("scoreCandidate", () => {
  it("never rises with one more finding, and stays between 0 and 1", () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 20 }), finding, (findings, more) => {
        const before = score(findings);
        const after = score([...findings, more]);
        expect(after).toBeLessThanOrEqual(before);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThan(1);
      }),
    );
  });

  it("puts an error below several hints, and a clean one above all", () => {
    const hints = [makeFinding("info"), makeFinding("info"), makeFinding("info")];
    expect(score([])).toBeGreaterThan(score(hints));
    expect(score(hints)).toBeGreaterThan(score([makeFinding("warning"), makeFinding("warning")]));
    expect(score([makeFinding("warning")])).toBeGreaterThan(score([makeFinding("error")]));
  });

  it("is 0 for what does not fit the schema, and still says why", () => {
    const findings = [makeFinding("error")];
    const { score: none, reasons } = scoreCandidate({
      isSchemaValid: false,
      findings,
      evidence: null,
    });
    expect(none).toBe(0);
    expect(reasons).toHaveLength(1);
  });

  it("trusts predicates that tell mistakes more, and false ones least", () => {
    const sharp = makeEvidence([{}], { killed: 10, survived: 0 });
    const blunt = makeEvidence([{}], { killed: 2, survived: 8 });
    const wrong = makeEvidence([{ fails: 1 }], { killed: 10, survived: 0 });
    const raising = makeEvidence([{ raised: 3 }], { killed: 10, survived: 0 });
    expect(score([], sharp)).toBeGreaterThan(score([], blunt));
    expect(score([], blunt)).toBeGreaterThan(score([], wrong));
    expect(score([], sharp)).toBeGreaterThan(score([], raising));
    expect(score([], raising)).toBeGreaterThan(score([], wrong));
  });

  it("says in words what counted, the strongest first", () => {
    const findings = [makeFinding("info"), makeFinding("error"), makeFinding("error")];
    const evidence = makeEvidence([{ fails: 2 }], { killed: 3, survived: 1 });
    const { reasons } = scoreCandidate({ isSchemaValid: true, findings, evidence });
    expect(reasons.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^2 errors: /),
      "1 predicate false on the reference implementation",
      "the predicates notice 3 of 4 small mistakes in the implementation",
      expect.stringMatching(/^1 hint: /),
    ]);
    expect(reasons.map(({ weight }) => Math.sign(weight))).toEqual([-1, -1, 1, -1]);
  });
});

describe("chooseCandidate", () => {
  const row = (slot: number, turn: number, value: number, isSchemaValid = true) => ({
    slot,
    turn,
    score: value,
    isSchemaValid,
  });

  it("takes the best that fits the schema", () => {
    const best = row(2, 0, 0.8);
    expect(chooseCandidate([row(0, 0, 0.5), best, row(1, 0, 0.9, false)])).toBe(best);
  });

  it("takes the earliest and least repaired of equal ones", () => {
    const rows = [row(1, 0, 0.5), row(0, 1, 0.5), row(0, 0, 0.5)];
    expect(chooseCandidate(rows)).toBe(rows[2]);
  });

  it("takes none where none fits", () => {
    expect(chooseCandidate([])).toBeNull();
    expect(chooseCandidate([row(0, 0, 0.9, false)])).toBeNull();
  });
});
