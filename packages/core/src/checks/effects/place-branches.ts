import type { EffectBranch, ReadEffect } from "./read-effect.ts";

/** A branch with the index of its effect. */
export interface PlacedBranch extends EffectBranch {
  effectIndex: number;
}

const known = new WeakMap<readonly ReadEffect[], readonly PlacedBranch[]>();

/** The branches of all effects, in order; many checks ask for them. */
export function placeBranches(effects: readonly ReadEffect[]): readonly PlacedBranch[] {
  const last = known.get(effects);
  if (last !== undefined) return last;
  const placed = place(effects);
  known.set(effects, placed);
  return placed;
}

function place(effects: readonly ReadEffect[]): PlacedBranch[] {
  return effects.flatMap(({ branches }, effectIndex) =>
    branches.map((branch) => ({ ...branch, effectIndex })),
  );
}
