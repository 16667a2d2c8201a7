import type { Ir } from "../../ir/ir.schema.ts";
import { CheckSubject } from "../check-subject.ts";
import { findPredicateConflicts } from "../rules/contradiction/find-predicate-conflicts.ts";
import { findParameterProblems } from "../rules/signature/find-parameter-problems.ts";
import { findReturnProblems } from "../rules/signature/find-return-problems.ts";

/** Whether a changed IR has no more contradictions and wrong types than before. */
export function isHarmless(subject: CheckSubject, changed: Partial<Ir>): boolean {
  const after = new CheckSubject(subject.prompt, { ...subject.ir, ...changed });
  return countProblems(after) <= countProblems(subject);
}

function countProblems(subject: CheckSubject): number {
  return [findPredicateConflicts, findParameterProblems, findReturnProblems].flatMap((find) =>
    find(subject),
  ).length;
}
