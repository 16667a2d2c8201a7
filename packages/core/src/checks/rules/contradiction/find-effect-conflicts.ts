import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import { type PlacedBranch, placeBranches } from "../../effects/place-branches.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import { writeExpression } from "../../python/write-expression.ts";
import { holdsIn } from "../../worlds/holds-in.ts";
import { holdsWholeNumbers } from "../../worlds/holds-whole-numbers.ts";
import { listWorlds } from "../../worlds/list-worlds.ts";

/** Two effects with one condition and different values, and conditions that can never hold. */
export function findEffectConflicts(subject: CheckSubject): Observation[] {
  const branches = placeBranches(subject.effects).filter(
    ({ condition }) => condition !== null && !condition.isOtherwise && !condition.isInLoop,
  );
  const seen = new Map<string, PlacedBranch>();
  return branches.flatMap((branch): Observation[] => {
    const test = branch.condition?.expression ?? null;
    const path = `/effects/${branch.effectIndex}/description`;
    if (isNeverTrue(branch, subject)) {
      const message = `the condition \`${quote(subject, branch)}\` can never hold; correct it`;
      return [{ severity: "error", path, message }];
    }
    const key = test === null ? quote(subject, branch) : writeExpression(test);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, branch);
    if (first === undefined || !givesAnother(first, branch)) return [];
    const message = `effect ${first.effectIndex + 1} returns another value under the same condition \`${quote(subject, branch)}\`; correct one of the two`;
    return [{ severity: "error", path, message }];
  });
}

function isNeverTrue({ condition }: PlacedBranch, subject: CheckSubject): boolean {
  const test = condition?.expression;
  if (test == null || !mayBeImpossible(test)) return false;
  const worlds = listWorlds([test], holdsWholeNumbers(subject));
  return worlds !== null && !worlds.some((world) => holdsIn(world, test));
}

/** A single comparison always holds for something. */
function mayBeImpossible(test: PythonExpression): boolean {
  return test.kind === "boolean" || (test.kind === "comparison" && test.operators.length > 1);
}

function givesAnother(first: PlacedBranch, second: PlacedBranch): boolean {
  const [a, b] = [first.result?.expression, second.result?.expression];
  if (a == null || b == null || first.condition?.isInLoop === true) return false;
  return writeExpression(a) !== writeExpression(b);
}

function quote({ effects }: CheckSubject, { effectIndex, condition }: PlacedBranch): string {
  return effects[effectIndex]?.text.slice(condition?.start, condition?.end).trim() ?? "";
}
