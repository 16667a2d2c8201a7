import type { Change, IrDraft } from "../edit.ts";

/** Several changes as one. Indices mean the draft as the changes before have left it. */
export function combineChanges(...changes: Change[]): Change {
  return (draft) => {
    for (const change of changes) change(draft);
  };
}

export function replaceEffect(index: number, description: string): Change {
  return ({ effects }) => {
    const effect = effects?.[index];
    if (effect !== undefined) effect.description = description;
  };
}

export function insertEffect(index: number, description: string): Change {
  return (draft) => {
    draft.effects ??= [];
    draft.effects.splice(index, 0, { description });
  };
}

export function removeEffects(isUnwanted: (description: string, index: number) => boolean): Change {
  return (draft) => {
    draft.effects = draft.effects?.filter(
      ({ description }, index) => !isUnwanted(description, index),
    );
  };
}

export function moveEffect(from: number, to: number): Change {
  return ({ effects }) => {
    const [moved] = effects?.splice(from, 1) ?? [];
    if (moved !== undefined) effects?.splice(to, 0, moved);
  };
}

export function replacePredicate(index: number, predicate: string): Change {
  return ({ assertions }) => {
    const assertion = assertions?.[index];
    if (assertion !== undefined) assertion.predicate = predicate;
  };
}

export function addAssertion(predicate: string): Change {
  return (draft) => {
    draft.assertions ??= [];
    draft.assertions.push({ predicate });
  };
}

export function removeAssertions(isUnwanted: (predicate: string) => boolean): Change {
  return (draft) => {
    draft.assertions = draft.assertions?.filter(({ predicate }) => !isUnwanted(predicate));
  };
}

/** Rewrites the text of every effect and every predicate. */
export function rewriteTexts(rewrite: (text: string) => string): Change {
  return ({ effects, assertions }: IrDraft) => {
    for (const effect of effects ?? []) effect.description = rewrite(effect.description);
    for (const assertion of assertions ?? []) assertion.predicate = rewrite(assertion.predicate);
  };
}
