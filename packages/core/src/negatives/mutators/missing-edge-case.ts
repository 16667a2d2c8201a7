import { defineMutator } from "../define-mutator.ts";
import type { Edit, EditSource } from "../edit.ts";
import {
  combineChanges,
  removeAssertions,
  removeEffects,
  replaceEffect,
} from "../edits/changes.ts";
import { dropClauses, speaksOf } from "../edits/drop-clauses.ts";

/** An input at the edge, how effects speak of it, and how predicates test it. */
interface EdgeCase {
  name: string;
  isImplied(source: EditSource): boolean;
  /** Clauses that are about it. */
  words: RegExp;
  assertions: RegExp;
  /** What of the predicates that stay, and of parameter descriptions, still speaks of it. */
  coverElsewhere?: RegExp;
  /** What covers the edge without naming it; while it stands, nothing is missing. */
  cover: RegExp;
  /** Parts of a condition that fall away without breaking the sentence. */
  parts: RegExp[];
}

const COLLECTION = /^(?:list|dict|set|tuple|Sequence|Iterable|str\b(?! \| None))/;

const EDGE_CASES: EdgeCase[] = [
  {
    name: "empty input",
    isImplied: ({ ir, effects }) =>
      ir.signature.parameters.some(({ type_hint }) => COLLECTION.test(type_hint)) &&
      !effects.some((effect) => /len\(\w+\) ?[<>=]|fewer than|shorter|at most/.test(effect)),
    words: /\bempty\b|there is no\b|\bno (?:word|item|element)/i,
    cover:
      /LITERAL ''|equals ''|== ''|\[\]|\{\}|not a key|nothing (?:matches|is left)|there (?:is|are) none/,
    coverElsewhere: /(?:in \(|, )''/,
    assertions: /(?:!=|==) (?:''|\[\]|\{\})|\blen\(\w+\) (?:>|>=|==|!=|<) \d|^not \w+ or /,
    parts: [/,? or \w+ is empty(?=,)/, /, the empty text included/],
  },
  {
    name: "None",
    isImplied: ({ ir, prompt }) =>
      ir.signature.parameters.some(({ type_hint }) => /\bNone\b|Optional/.test(type_hint)) ||
      /\b(?:is|are) None\b/.test(prompt),
    words: /\b(?:is|are) None\b|\bNone is\b/,
    cover: /\bNone\b(?! otherwise)/,
    assertions: /^\w+ is (?:not )?None\b|None\}/,
    parts: [/\b\w+ is None,? or (?:if )?/, / or \w+ is None\b/, /\bit is None or /],
  },
  {
    name: "zero",
    isImplied: ({ prompt, effects }) =>
      /\b(?:is|are) (?:0|zero)\b/i.test(prompt) &&
      effects.some((effect) => /(?<!% \d+) == 0\b/.test(effect)),
    words: /(?<!% \d+) == 0\b|\bzero\b|-0\.0/i,
    cover: /<= 0|>= 0|> 0|not positive/,
    assertions: /\b(?:!=|==) -?0(?:\.0)?\b/,
    parts: [],
  },
  {
    name: "negative numbers",
    isImplied: ({ prompt, effects }) =>
      /\bnegative\b/i.test(prompt) &&
      !/\b(?:until|first negative)\b/i.test(prompt) &&
      effects.some((effect) => /<=? 0\b|negative/i.test(effect)),
    words: /< 0\b|\bnegative\b|minus infinity/i,
    cover: /<=? 0\b|>=? 0\b|\bbelow 0\b|\babs\(/,
    assertions: /-\d|>= 0 or|<= 0 or|> 0 or/,
    coverElsewhere: /> \d+ or|negative/,
    parts: [],
  },
];

/** A step on which others stand cannot simply be forgotten. */
const SETS_UP = /^(?:Start|Let|Build|Create)\b/;

/** Neither the effects nor the assertions say what an edge case gives. */
export const missingEdgeCase = defineMutator("missing_edge_case", (source) =>
  EDGE_CASES.filter((edge) => edge.isImplied(source)).map((edge) => forget(source, edge)),
);

function forget({ ir, effects, predicates }: EditSource, edge: EdgeCase): Edit[] {
  const { name, words, assertions, cover, coverElsewhere, parts } = edge;
  const descriptions = ir.signature.parameters.map(({ description }) => description ?? "");
  const others = [...predicates.filter((each) => !assertions.test(each)), ...descriptions];
  if (coverElsewhere !== undefined && others.some((each) => coverElsewhere.test(each))) return [];
  const kept = effects.map((effect) => {
    if (!speaksOf(effect, words)) return effect;
    const shorter = parts.reduce((text, part) => text.replace(part, ""), effect);
    return dropClauses(shorter, words);
  });
  const left = kept.filter((effect) => effect !== null);
  const isGone = left.length > 0 && kept.some((effect, index) => effect !== effects[index]);
  const isCovered = left.some((effect) => cover.test(effect));
  if (!isGone || isCovered || !left.some((effect) => /\breturn/i.test(effect))) return [];
  if (effects.some((effect, index) => kept[index] === null && SETS_UP.test(effect))) return [];
  return [
    {
      path: "/effects",
      note: `nothing is said about this edge case: ${name}`,
      change: combineChanges(
        ...kept.map((effect, index) => replaceEffect(index, effect ?? effects[index] ?? "")),
        removeEffects((_, index) => kept[index] === null),
        removeAssertions((predicate) => assertions.test(predicate)),
      ),
    },
  ];
}
