import type { Ir } from "../../ir/ir.schema.ts";
import type { PythonExpression } from "../python/python-expression.ts";
import { remember } from "../python/remember.ts";
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
  let names = [...known].join(" ");
  return ir.effects.map(({ description }, index) => {
    const text = index < MAX_EFFECTS ? description.slice(0, MAX_LENGTH) : "";
    const effect = rememberEffect(`${names}\n${text}`, () => readEffect(text, known));
    for (const { name } of effect.introduced) {
      if (!known.has(name)) names += ` ${name}`;
      known.add(name);
    }
    return effect;
  });
}

const rememberEffect = remember<ReadEffect>();

/** @param before the names that are known before the effect */
function readEffect(text: string, before: ReadonlySet<string>): ReadEffect {
  const introduced = listIntroducedNames(text);
  const known =
    introduced.length === 0 ? before : new Set([...before, ...introduced.map(({ name }) => name)]);
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
