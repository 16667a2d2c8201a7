import { defineMutator } from "../define-mutator.ts";
import type { Edit, EditSource } from "../edit.ts";
import {
  combineChanges,
  removeAssertions,
  removeEffects,
  replaceEffect,
} from "../edits/changes.ts";

/** What is left when nothing before applied. */
const FALL_THROUGH =
  /^(?:Otherwise|In all other cases|If (?:nothing|none|no |the loop ends|there is no)|After the loop)/i;
const UNCONDITIONAL = /^Return\b/;
const BRANCH = /^(If [^;]*?), return ([^;]*?)(?=;|\.$|$)/;

/** A path comes to its end without a value, most often the last one. */
export const missingReturnPath = defineMutator("missing_return_path", (source) => [
  listFallThroughs(source).flatMap((index) => dropFallThrough(source, index)),
  listOnlyReturns(source).map((index) => dropEffect(index, "the step that returns")),
  source.effects.some((effect) => UNCONDITIONAL.test(effect))
    ? []
    : source.effects.flatMap((effect, index) => keepConditionOnly(effect, index)),
]);

function listFallThroughs({ effects }: EditSource): number[] {
  const hasAnother = effects.some((effect) => UNCONDITIONAL.test(effect));
  return effects.flatMap((effect, index) =>
    !hasAnother && FALL_THROUGH.test(effect) && /\breturn\b/i.test(effect) ? [index] : [],
  );
}

function dropFallThrough({ effects }: EditSource, index: number): Edit[] {
  const value = /return (?:LITERAL )?('[^']*'|[^\s;,.]+)/i.exec(effects[index] ?? "")?.[1];
  const plain = dropEffect(index, "what is returned when nothing else applies");
  const thorough = {
    ...plain,
    note: `${plain.note}, its assertions too`,
    change: combineChanges(
      plain.change,
      removeAssertions((predicate) => value !== undefined && predicate.endsWith(` ${value}`)),
    ),
  };
  return [plain, thorough];
}

/** The effect that gives the value at the end of a function without branches. */
function listOnlyReturns({ effects }: EditSource): number[] {
  const returning = effects.flatMap((effect, index) => (/\breturn/i.test(effect) ? [index] : []));
  const [only, ...others] = returning;
  return only !== undefined && others.length === 0 && effects.length > 1 ? [only] : [];
}

function dropEffect(index: number, what: string): Edit {
  return {
    path: "/effects",
    note: `nothing says ${what}`,
    change: removeEffects((_, at) => at === index),
  };
}

/** "If it is negative, return …" becomes a branch that gives nothing. */
function keepConditionOnly(effect: string, index: number): Edit[] {
  const branch = BRANCH.exec(effect);
  if (branch === null) return [];
  const [whole, condition = ""] = branch;
  return ["stop", "skip the rest", "exit", "end the function"].map((ending) => ({
    path: `/effects/${index}/description`,
    note: `the branch ends with "${ending}" and returns nothing`,
    change: replaceEffect(index, `${condition}, ${ending}${effect.slice(whole.length)}`),
  }));
}
