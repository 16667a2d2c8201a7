import type { PredicateEvidence } from "@foundry/core/evidence/evidence-report";

/** A predicate in prose: legal, but there is nothing in it to run. */
export function isNotPython({ raised, cells, raises }: PredicateEvidence): boolean {
  const isOnEveryCall = cells.every((cell) => cell === null || cell === "raised");
  return raised > 0 && isOnEveryCall && raises?.error.startsWith("SyntaxError") === true;
}
