import { defineMutator } from "../define-mutator.ts";
import type { Edit, EditSource } from "../edit.ts";
import {
  combineChanges,
  removeAssertions,
  removeEffects,
  replaceEffect,
} from "../edits/changes.ts";
import { dropClauses, speaksOf } from "../edits/drop-clauses.ts";
import { QUIRKS, type Quirk } from "../edits/quirks.ts";

/** What the IR says about a trap of Python is gone, and the code that avoids it is written naively. */
export const missingPythonQuirk = defineMutator("missing_python_quirk", (source) =>
  QUIRKS.filter((quirk) => quirk.isTriggered(source)).map((quirk) => forget(source, quirk)),
);

/** Takes away every clause and every assertion on the quirk, if nothing is left of it then. */
function forget({ effects }: EditSource, quirk: Quirk): Edit[] {
  const kept = effects.map((effect) => dropClauses(simplify(effect, quirk), quirk.words));
  const left = kept.filter((effect) => effect !== null);
  const touched = effects.findIndex((effect, index) => kept[index] !== effect);
  if (touched < 0 || left.length === 0) return [];
  if (left.some((effect) => speaksOf(effect, quirk.handled))) return [];
  return [
    {
      path: kept[touched] === null ? "/effects" : `/effects/${touched}/description`,
      note: `nothing is said about this quirk: ${quirk.name}`,
      change: combineChanges(
        ...kept.map((effect, index) => replaceEffect(index, effect ?? effects[index] ?? "")),
        removeEffects((_, index) => kept[index] === null),
        removeAssertions((predicate) => quirk.assertions.test(predicate)),
      ),
    },
  ];
}

function simplify(effect: string, { naive }: Quirk): string {
  return naive.reduce((text, [careful, wrong]) => text.replace(careful, wrong), effect);
}
