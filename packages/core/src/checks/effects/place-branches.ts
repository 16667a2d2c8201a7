import type { EffectBranch, ReadEffect } from "./read-effect.ts";

/** A branch with the index of its effect. */
export interface PlacedBranch extends EffectBranch {
  effectIndex: number;
}

/** The branches of all effects, in order. */
export function placeBranches(effects: readonly ReadEffect[]): PlacedBranch[] {
  return effects.flatMap(({ branches }, effectIndex) =>
    branches.map((branch) => ({ ...branch, effectIndex })),
  );
}
