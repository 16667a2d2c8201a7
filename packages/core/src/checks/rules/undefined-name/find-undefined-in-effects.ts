import { findClosestWord } from "../../../ir/find-closest-word.ts";
import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import type { ReadEffect } from "../../effects/read-effect.ts";
import { BUILTIN_NAMES, isLibraryName } from "../../python/builtin-names.ts";
import { listHintTypes } from "../../python/list-hint-types.ts";
import type { UsedName } from "../../python/list-free-names.ts";
import type { QuickFix } from "../../quick-fix.ts";
import { listMissingParameters } from "../signature/list-missing-parameters.ts";
import { isMentionedAsThing } from "./is-mentioned-as-thing.ts";
import { listCodeNames } from "./list-code-names.ts";

/** Words that stand after "return" and are no names. */
const PLAIN_WORDS = new Set(
  "it them this that these those nothing everything true false none zero early immediately both all either neither null empty void result".split(
    " ",
  ),
);

/** Names in the Python of effects that no parameter and no effect so far introduced. */
export function findUndefinedInEffects(subject: CheckSubject): Observation[] {
  const { ir, effects } = subject;
  const known = new Set(["result", "self", "LITERAL", ir.signature.name]);
  for (const { name } of ir.signature.parameters) known.add(name);
  const introduced = effects.flatMap((effect) => effect.introduced.map(({ name }) => name));
  const all = new Set([...known, ...introduced]);
  const collections = listCollections(subject, introduced);
  const missing = listMissingParameters(subject);
  return effects.flatMap((effect, index) => {
    const unknown = [
      ...listCodeNames(effect),
      ...listReturnedWord(effect, introduced),
      ...listSlips(effect, all),
    ].filter(
      ({ name, end }) =>
        !all.has(name) &&
        !isElementOf(name, collections) &&
        !missing.has(name) &&
        !BUILTIN_NAMES.has(name) &&
        !isLibraryName(name, effect.text.charAt(end)),
    );
    const found = unknown.find(
      ({ name }) => isVariant(name, all) || !isMentionedAsThing(name, subject, index),
    );
    return found === undefined ? [] : [report(subject, found, introduced, index)];
  });
}

/** Bare identifiers that are nearly a known name: `card_numbers` for `card_number`. */
function listSlips({ code }: ReadEffect, known: ReadonlySet<string>): UsedName[] {
  return code.flatMap((expression) => {
    if (expression.kind !== "name" || known.has(expression.name)) return [];
    const { name, start, end } = expression;
    return isVariant(name, known) || findClosestWord(name, [...known]) !== undefined
      ? [{ name, start, end }]
      : [];
  });
}

/** A known name with a word before or behind it: `the_count`, `count_value`. */
function isVariant(name: string, known: ReadonlySet<string>): boolean {
  return /^(?:the|my|a|an|this|given|input)_|_(?:value|val|var|param|arg)$/.test(name)
    ? known.has(name.replace(/^[a-z]+_|_[a-z]+$/, ""))
    : false;
}

/** Names that may have elements: all but parameters that are surely single values. */
function listCollections({ ir }: CheckSubject, introduced: readonly string[]): Set<string> {
  const parameters = ir.signature.parameters.filter(({ type_hint }) => {
    const types = listHintTypes(type_hint);
    return types === null || ![...types].every((type) => SINGLE.has(type));
  });
  return new Set([...introduced, ...parameters.map(({ name }) => name)]);
}

const SINGLE = new Set(["int", "float", "bool", "complex", "None"]);

/** "The lines for which line.strip() …" needs no "for each line". */
function isElementOf(name: string, known: ReadonlySet<string>): boolean {
  const plurals = [`${name}s`, `${name}es`, name.replace(/y$/, "ies"), `${name}_list`];
  return plurals.some((plural) => plural !== name && known.has(plural));
}

/** A parameter with another name has a finding of its own, which renames it everywhere. */
const LEGAL_NAME = /^[a-z_][a-z0-9_]*$/;

function report(
  subject: CheckSubject,
  { name, start, end }: UsedName,
  introduced: readonly string[],
  index: number,
): Observation {
  const path = `/effects/${index}/description`;
  const meant = findMeant(subject, name, introduced, index);
  const text = subject.ir.effects[index]?.description ?? "";
  const fix: QuickFix | null =
    meant === undefined || !LEGAL_NAME.test(meant)
      ? null
      : {
          title: `Write \`${meant}\` for \`${name}\``,
          patch: [{ op: "replace", path, value: text.slice(0, start) + meant + text.slice(end) }],
        };
  const hint = meant === undefined ? "" : `; did you mean \`${meant}\`?`;
  return {
    severity: "error",
    path,
    message: `the effect uses \`${name}\`, which is no parameter and which no effect introduces${hint}`,
    ...(fix === null ? {} : { fix }),
  };
}

/** The name that is nearest, or the only one that is introduced and never used. */
function findMeant(
  { ir, effects }: CheckSubject,
  name: string,
  introduced: readonly string[],
  index: number,
): string | undefined {
  const parameters = ir.signature.parameters.map((parameter) => parameter.name);
  const near = findClosestWord(name, [...introduced, ...parameters]);
  if (near !== undefined) return near;
  const text = effects.map((effect) => effect.text).join("\n");
  const earlier = effects.slice(0, index).flatMap((effect) => effect.introduced);
  const unused = earlier.map((used) => used.name).filter((other) => text.split(other).length === 2);
  return unused.length === 1 ? unused[0] : undefined;
}

const RETURNED_WORD = /\breturn\s+([a-z_]\w*)(?=\s*(?:[.,;]|$))/gi;

/** "Return totals." where a total was introduced: one word that is nearly a name. */
function listReturnedWord({ text }: ReadEffect, introduced: readonly string[]): UsedName[] {
  if (introduced.length === 0) return [];
  return [...text.matchAll(RETURNED_WORD)].flatMap(({ 0: whole, 1: name = "", index }) => {
    if (PLAIN_WORDS.has(name.toLowerCase()) || /(?:ly|ed)$/.test(name)) return [];
    if (findClosestWord(name, introduced) === undefined) return [];
    const start = index + whole.length - name.length;
    return [{ name, start, end: start + name.length }];
  });
}
