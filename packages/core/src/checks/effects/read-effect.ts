import type { UsedName } from "../python/list-free-names.ts";
import type { PythonExpression, Span } from "../python/python-expression.ts";

/** What the checks understand of an effect; spans are UTF-16 code units of its description. */
export interface ReadEffect {
  text: string;
  /** "If …, return …", "Otherwise …", "Return …", in the order of the text. */
  branches: EffectBranch[];
  /** Names that the effect brings in: "Let x be", "for each x in", "call it x". */
  introduced: UsedName[];
  /** The names of "Let x be …" with what they are; null when that is said in words. */
  definitions: EffectDefinition[];
  sentences: Span[];
  /** Every piece of Python in the text, outermost expressions only, in the order of the text. */
  code: PythonExpression[];
}

export interface EffectDefinition {
  name: string;
  value: PythonExpression | null;
}

/** One thing that an effect does under one condition. */
export interface EffectBranch extends Span {
  /** Null when it is always done. */
  condition: EffectCondition | null;
  /** Null when it returns nothing: "If x < 0, set x to 0". */
  result: EffectResult | null;
}

export interface EffectCondition extends Span {
  /** "Otherwise", "in all other cases". */
  isOtherwise: boolean;
  /** It holds for one element of a loop, as in "for each x in xs, if x > 3". */
  isInLoop: boolean;
  /** The whole condition as Python ("distinct has fewer than 2 values" is `len(distinct) < 2`), or null. */
  expression: PythonExpression | null;
}

export interface EffectResult extends Span {
  kind: "literal" | "expression" | "words" | "raise";
  /** The value as Python; null for words and for errors that are raised. */
  expression: PythonExpression | null;
}
