import type { Ir } from "../../ir/ir.schema.ts";
import type { PythonExpression } from "../python/python-expression.ts";
import { findCode, readCodeAt } from "./find-code.ts";
import { listIntroducedNames } from "./list-introduced-names.ts";
import { readBranches } from "./read-branches.ts";
import type { EffectDefinition, ReadEffect } from "./read-effect.ts";
import { splitSentences } from "./split-sentences.ts";

/** What is beyond is not read, so that a hostile text costs little. */
const MAX_LENGTH = 2_000;
const MAX_EFFECTS = 500;

/** Reads the English of the effects, in order, each knowing the names of those before it. */
export function readEffects(ir: Ir): ReadEffect[] {
  const known = new Set(ir.signature.parameters.map(({ name }) => name));
  known.delete("");
  return ir.effects.map(({ description }, index) => {
    const text = index < MAX_EFFECTS ? description.slice(0, MAX_LENGTH) : "";
    return readEffect(text, known);
  });
}

/** @param known gets the names that the effect brings in */
function readEffect(text: string, known: Set<string>): ReadEffect {
  const introduced = listIntroducedNames(text);
  for (const { name } of introduced) known.add(name);
  const sentences = splitSentences(text);
  return {
    text,
    introduced,
    sentences,
    branches: sentences.flatMap((sentence) => readBranches(text, sentence, known)),
    definitions: introduced.flatMap(
      ({ name, end }) => readDefinition(text, name, end, known) ?? [],
    ),
    code: findCode(text, known),
  };
}

const DEFINED = /\s*(?:be|to|as|:?=(?!=))\s+/y;

const ONE_OF_SEVERAL = /(?:\band|,)\s*$/;

function readDefinition(
  text: string,
  name: string,
  end: number,
  known: ReadonlySet<string>,
): EffectDefinition | null {
  DEFINED.lastIndex = end;
  if (!DEFINED.test(text) || ONE_OF_SEVERAL.test(text.slice(0, end - name.length))) return null;
  const value: PythonExpression | null = readCodeAt(
    text,
    skipMarker(text, DEFINED.lastIndex),
    known,
  );
  const isWhole = value !== null && /^\s*(?:[.,;]|$)/.test(text.slice(value.end, value.end + 3));
  return { name, value: isWhole ? value : null };
}

function skipMarker(text: string, at: number): number {
  return text.startsWith("LITERAL ", at) ? at + 8 : at;
}
