import type { EditSource } from "../edit.ts";
import { listMarkedLiterals, type MarkedLiteral } from "./list-marked-literals.ts";
import { promptHasLiteral } from "./prompt-has-literal.ts";

/** A marked literal that the prompt asks for, in an effect. */
export interface PromptLiteral {
  /** Of the effect. */
  index: number;
  effect: string;
  literal: MarkedLiteral;
  /** The effect returns it, appends it or the like, and does not only compare with it. */
  isGiven: boolean;
}

/** The marked literals of all effects that the prompt asks for. */
export function listPromptLiterals({ prompt, effects }: EditSource): PromptLiteral[] {
  return effects.flatMap((effect, index) =>
    listMarkedLiterals(effect)
      .filter((literal) => promptHasLiteral(prompt, literal))
      .map((literal) => ({ index, effect, literal, isGiven: isGiven(effect, literal) })),
  );
}

function isGiven(effect: string, { start }: MarkedLiteral): boolean {
  return /\b(?:return|returns|append|gives|add) $/i.test(effect.slice(0, start));
}
