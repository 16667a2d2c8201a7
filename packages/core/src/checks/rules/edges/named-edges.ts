import type { Observation } from "../../check.ts";
import type { EdgeSubject } from "./edge-subject.ts";

/** An edge case that a prompt can name, and words of an IR that take it up. */
interface NamedEdge {
  name: string;
  asked: RegExp;
  spoken: RegExp;
  /** The same for predicates and their rationales, where other words count. */
  spokenInPredicates?: RegExp;
  /** Words that look like `spoken` and say nothing about the case. */
  noise?: RegExp;
  /** A predicate with one of these only sets the case aside. */
  asideInPredicates?: RegExp;
  /** A case that an effect must decide, because an assertion alone is no behaviour. */
  isForEffects?: boolean;
}

/** All texts are in lower case. */
const NAMED_EDGES: readonly NamedEdge[] = [
  {
    name: "empty",
    asked: /\bempty\b/,
    spoken:
      /\bempty\b|\[\]|''|""|\{\}|\(\)|\bnothing\b|\bno \w+|\blen\(|\bblank\b|set\(\)|\bnot \w+\b|fewer than/,
    noise: /(['"])empty\1/g,
  },
  {
    name: "negative",
    asked: /\bnegatives?\b/,
    spoken:
      /negativ|\bminus (?:1\b|one|infinity|sign)|[<>]=? ?(?:literal )?0\b|below (?:0|zero)|positive|less than (?:0|zero)|\babs\b|absolute|[<>]=? ?-\d|(?:fewer than|<) (?:1|one)\b|\bmax\(\w+, ?0\)|\bmax\(0, ?\w+\)|\bsign\b/,
    spokenInPredicates:
      /negativ|minus (?:one|\d+(?! percent))|[!=<>]=? ?-\d|(?<!\w)[[(,{:] ?-\d|>=? ?0 (?:or|and)\b|\bnot [^\n]{0,20}<=? 0\b|>=? ?[1-9]\d* or\b|<=? ?0\)/,
    noise: /\b(?:not|never|is no|be no) negative\b/g,
    asideInPredicates: /^[^\n]*<=? ?-?[01] or\b[^\n]*$/gm,
  },
  {
    name: "duplicate",
    asked: /\bduplicates?\b/,
    spoken:
      /duplicat|\bseen\b|\bonce\b|\btwice\b|distinct|unique|different|\bset\b|repeat|\bequal\b|\balready\b|again|not in\b/,
  },
  {
    name: "left out",
    asked: /\b(?:may|can) be (?:left out|omitted)\b/,
    spoken: /\bnone\b|default|left out|omitted/,
  },
  {
    name: "zero",
    asked:
      /\b(?:if|when|where|whose|unless|for which)\b[^.;]{0,60}\b(?:is|are|equals?|up to) (?:0\b(?!\.\d)|zero\b)|\b(?:for|by) zero\b|\bzero (?:gives|returns|counts|means|is)\b/,
    spoken:
      /\bzero\b|(?:==|!=|<=|>) ?(?:literal )?-?0\b|\b0 ?(?:==|!=|<|>=)|[<>]=? ?(?:literal )?1\b|\b(?:is|are|be|equals?|becomes?|of|for|from|exceeds?|above|to) (?:literal )?0\b|\b0 (?:or (?:less|more|below|negative|fewer)|is|are|gives?|counts?|itself)\b|(?:less|fewer) than (?:1|one)\b|at least (?:1|one)\b|\b(?:if|is|and|or|when) not \w+|falsy|truthy|\bpositive\b|\bnothing\b|\bnone\b(?= (?:is|are)\b)/,
    noise: /\b(?:not equal to|starting (?:from|at|with)) (?:literal )?0\b/g,
    isForEffects: true,
  },
];

/** Edge cases that the prompt names in a word and the IR never takes up. */
export function findNamedEdges(input: EdgeSubject): Observation[] {
  if (input.prompt === "") return [];
  const found = NAMED_EDGES.filter(
    (edge) => edge.asked.test(input.prompt) && !isSpoken(edge, input),
  );
  const names = found.map(({ name }) => name);
  if (isNoneAsked(input.subject.prompt ?? "") && !isNoneTaken(input)) names.push("None");
  return names.map((name) => ({
    severity: "warning" as const,
    path: "/effects",
    message: `the prompt speaks of the case \`${name}\`, but no effect decides it; add the step and an assertion`,
  }));
}

function isSpoken(edge: NamedEdge, { speech }: EdgeSubject): boolean {
  if (edge.spoken.test(remove(speech.effects, edge.noise))) return true;
  if (edge.isForEffects === true) return false;
  const predicates = remove(speech.assertions, edge.asideInPredicates);
  return (edge.spokenInPredicates ?? edge.spoken).test(remove(predicates, edge.noise));
}

function remove(text: string, noise: RegExp | undefined): string {
  return noise === undefined ? text : text.replace(noise, " ");
}

/** None as something that is passed in: "or its value is None"; not "the result is None". */
const NONE_ASKED =
  /(?<!\b(?:result|answer|there|it|that|which|return value|returned value) )\b(?:is|are) None\b|\b(?:[Ff]or|may be|can be|or be) None\b(?! if| when)|\bNone (?:means|counts|stands for)\b|\b(?:if|when) it is None\b/;
/** None as what comes out, and what is only in other words. */
const NONE_GIVEN =
  /\b(?:returns?|gives?|is|yields?|be) (?:literal )?none\b(?=[^\n]{0,3}(?:\n|;|\.|otherwise))|\breturns? (?:literal )?none\b|\bresult (?:is|==|is not|!=) none\b/g;
const NONE_TAKEN = /\bnone\b(?! of\b)|\bnull\b|\b(?:if|or|and) not \w+|falsy|truthy|left out/;

function isNoneAsked(prompt: string): boolean {
  return prompt.length < 20_000 && NONE_ASKED.test(prompt);
}

function isNoneTaken({ speech }: EdgeSubject): boolean {
  const given = (text: string) => NONE_TAKEN.test(text.replace(NONE_GIVEN, " "));
  return given(speech.effects) || given(speech.assertions);
}
