import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import type { ReadEffect } from "../../effects/read-effect.ts";
import type { UsedName } from "../../python/list-free-names.ts";
import { BUILTIN_NAMES } from "../../python/builtin-names.ts";
import { isMentionedAsThing } from "../undefined-name/is-mentioned-as-thing.ts";
import { listCodeNames } from "../undefined-name/list-code-names.ts";

/** Names that an effect uses before the effect that introduces them. */
export function findEarlyUse(subject: CheckSubject): Observation[] {
  const { ir, effects } = subject;
  const parameters = new Set(ir.signature.parameters.map(({ name }) => name));
  const firstPlace = new Map<string, number>();
  effects.forEach(({ introduced }, index) => {
    for (const { name } of introduced) if (!firstPlace.has(name)) firstPlace.set(name, index);
  });
  const last = Math.max(0, ...firstPlace.values());
  const isLater = (name: string, index: number) => (firstPlace.get(name) ?? -1) > index;
  return effects.slice(0, last).flatMap((effect, index) => {
    const early = [...listCodeNames(effect), ...listSpokenNames(effect)].find(
      ({ name }) =>
        isLater(name, index) &&
        !parameters.has(name) &&
        !BUILTIN_NAMES.has(name) &&
        !isMentionedAsThing(name, subject, index),
    );
    if (early === undefined) return [];
    const place = (firstPlace.get(early.name) ?? 0) + 1;
    return [
      {
        severity: "error",
        path: `/effects/${index}/description`,
        message: `the effect uses \`${early.name}\`, which only effect ${place} introduces; introduce it first`,
      },
    ];
  });
}

/** "Return ordered as a list", "if words is empty", "every place in lowered". */
const SPOKEN =
  /\b(?:return|if|unless|when)\s+([a-z_]\w*)(?=\s*[.,;]|\s+(?:is|has|does|as|with|without|in|joined|sorted)\b|$)|\b(?:in|of|from|over|through)\s+([a-z_]\w*(?:ed|_\w+))\b/gi;

function listSpokenNames({ text }: ReadEffect): UsedName[] {
  return [...text.matchAll(SPOKEN)].flatMap((match) => {
    const name = match[1] ?? match[2] ?? "";
    const end = match.index + match[0].length;
    return [{ name, start: end - name.length, end }];
  });
}
