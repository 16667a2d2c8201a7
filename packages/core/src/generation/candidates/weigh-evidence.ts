import type { EvidenceReport } from "../../evidence/evidence-report.ts";
import type { ScoreReason } from "./score-candidate.ts";

/** A predicate that is false on a right implementation is an error of the IR. */
const FALSE_PREDICATE = -3;
/** It asks for something that the arguments do not have. */
const RAISING_PREDICATE = -1;
/** For a set of predicates that tells the implementation from all its mutants. */
const ALL_KILLED = 1.5;

/** What a run on the reference implementation says about the predicates of a candidate. */
export function weighEvidence({ predicates, mutants }: EvidenceReport): ScoreReason[] {
  const reasons: ScoreReason[] = [];
  const failing = predicates.filter(({ fails }) => fails > 0).length;
  if (failing > 0) {
    reasons.push({
      text: `${countOf(failing, "predicate")} false on the reference implementation`,
      weight: FALSE_PREDICATE * failing,
    });
  }
  const raising = predicates.filter(({ fails, raised }) => fails === 0 && raised > 0).length;
  if (raising > 0) {
    reasons.push({
      text: `${countOf(raising, "predicate")} cannot be computed on some inputs`,
      weight: RAISING_PREDICATE * raising,
    });
  }
  const tried = mutants.killed + mutants.survived;
  if (tried > 0) {
    reasons.push({
      text: `the predicates notice ${mutants.killed} of ${tried} small mistakes in the implementation`,
      weight: ALL_KILLED * (mutants.killed / tried),
    });
  }
  return reasons;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
