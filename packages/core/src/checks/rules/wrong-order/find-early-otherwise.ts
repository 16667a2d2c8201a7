import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import { type PlacedBranch, placeBranches } from "../../effects/place-branches.ts";

/** An "otherwise" with a further condition after it, which is never tried. */
export function findEarlyOtherwise({ effects }: CheckSubject): Observation[] {
  const branches = placeBranches(effects).filter(({ result }) => result !== null);
  const at = branches.findIndex(({ condition }) => condition?.isOtherwise === true);
  const otherwise = branches[at];
  if (otherwise === undefined) return [];
  const later = branches
    .slice(at + 1)
    .find((branch) => isAnotherPath(branch, otherwise, effects[branch.effectIndex]?.text ?? ""));
  if (later === undefined) return [];
  const text = effects[later.effectIndex]?.text ?? "";
  const { start, end } = later.condition ?? later;
  return [
    {
      severity: "error",
      path: `/effects/${otherwise.effectIndex}/description`,
      message: `"otherwise" stands before the condition \`${text.slice(start, end).trim()}\` of effect ${later.effectIndex + 1}, which is therefore never reached; move it to the end`,
    },
  ];
}

/** In a later effect, and not in an explanation behind the "otherwise". */
function isAnotherPath(branch: PlacedBranch, otherwise: PlacedBranch, text: string): boolean {
  if (branch.effectIndex === otherwise.effectIndex) return false;
  const { condition } = branch;
  if (condition === null || condition.isOtherwise || condition.isInLoop) return false;
  return condition.expression !== null || /^if\s/i.test(text);
}
