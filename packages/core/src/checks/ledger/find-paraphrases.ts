import type { Ir } from "../../ir/ir.schema.ts";
import type { Span } from "../python/python-expression.ts";
import { linkLiterals, type LinkedLiteral } from "./link-literals.ts";
import { isReturnedAt } from "./needs-marker.ts";
import { type IrText, readIrTexts } from "./read-ir-texts.ts";
import { wordAt } from "./word-at.ts";

/** A place where an effect describes a value instead of giving it. */
export interface Paraphrase extends Span {
  effect: IrText;
  words: string;
  /** "a message that says …", and not only "a message …". */
  isPlain: boolean;
}

/** What an IR describes, and which texts that the prompt wants returned stand in no effect. */
export interface Paraphrases {
  places: readonly Paraphrase[];
  lost: readonly LinkedLiteral[];
}

const RESULT_WORDS = new Set(
  "return returns returning give gives append appends use answer yield yields".split(" "),
);
const ARTICLES = new Set("a an the some its one".split(" "));
/** Words for a text that is not given. */
const TEXT_NOUNS = new Set(
  `message string text label word words phrase note error warning notice sentence marker indicator
  indication description explanation response answer term name category reason hint status symbol character`.split(
    /\s+/,
  ),
);
/** Words for any value; alone they are too common. */
const VALUE_NOUNS = new Set("value number sentinel code result amount constant".split(" "));
/** These choose nothing, whatever they describe. */
const VAGUE_ADJECTIVES = new Set("appropriate suitable proper fitting".split(" "));
/** "the corresponding label": a choice that the effect does not make. */
const OPEN_ADJECTIVES = new Set(
  "appropriate corresponding matching suitable proper correct right respective fitting".split(" "),
);
/** "the corresponding label of labels" is looked up and not described. */
const LOOKUP_WORDS = new Set("of in from at".split(" "));
/** "the corresponding value" of these is looked up as well. */
const LOOKUP = /\bkeys?\b|\bentry\b|\bdict|\bmap|\btable\b|\[|\bpairs?\b|\bindex\b/i;
const CHOOSING = new Set("corresponding matching respective".split(" "));
const CASES = new Set("case situation state condition event outcome".split(" "));
const SAYING = new Set(
  `saying stating telling indicating explaining meaning describing reporting reading informing
  representing signalling signaling showing denoting`.split(/\s+/),
);
const SAYS = new Set(
  `says states tells indicates explains means describes reports reads informs represents signals
  shows denotes`.split(/\s+/),
);
const REPORTING = new Set("say report indicate signal state tell explain".split(" "));

/** No other effect can hold a paraphrase; most hold none of these words. */
const MAY_DESCRIBE = new RegExp(
  `\\b(?:${[...TEXT_NOUNS, ...VALUE_NOUNS, ...REPORTING].join("|")})\\b`,
  "i",
);

const known = new WeakMap<Ir, { prompt: string; paraphrases: Paraphrases }>();

/** Finds effects that describe a text which the prompt gives word for word. */
export function findParaphrases(prompt: string, ir: Ir): Paraphrases {
  const last = known.get(ir);
  if (last?.prompt === prompt) return last.paraphrases;
  const given = linkLiterals(prompt, ir).filter(
    ({ literal }) => literal.kind !== "constant" && literal.role !== "mention",
  );
  const values = given.filter(({ literal }) => literal.role === "value");
  const places = given.length === 0 ? [] : readIrTexts(ir).flatMap(findIn);
  const lost = places.length === 0 ? [] : values.filter(isLost);
  const paraphrases = { places, lost };
  known.set(ir, { prompt, paraphrases });
  return paraphrases;
}

/** Asked for as a result and in no effect; a number that is only compared with is returned nowhere. */
function isLost({ literal, exact, bare, altered }: LinkedLiteral): boolean {
  if (!literal.isResult || bare.some(({ path }) => path.startsWith("/effects/"))) return false;
  return ![...exact, ...altered].some((place) => {
    if (place.source.area !== "effect") return false;
    return literal.kind === "text" || place.isMarked || isReturnedAt(place);
  });
}

function findIn(effect: IrText): Paraphrase[] {
  if (effect.area !== "effect" || !MAY_DESCRIBE.test(effect.text)) return [];
  const { tokens } = effect;
  return tokens.flatMap((token, index) => {
    if (token.kind !== "word") return [];
    const lead = RESULT_WORDS.has(token.value)
      ? readNoun(effect, index)
      : readReport(effect, index);
    if (lead === null) return [];
    const end = findPhraseEnd(effect, lead.first);
    if (end === null) return [];
    const start = tokens[lead.first]?.start ?? token.start;
    return [{ effect, start, end, words: effect.text.slice(start, end), isPlain: lead.isPlain }];
  });
}

interface Lead {
  /** Index of the first token of the phrase. */
  first: number;
  isPlain: boolean;
}

/** "return a short message that says …", "return the corresponding label". */
function readNoun({ tokens, text }: IrText, index: number): Lead | null {
  const first = index + 1;
  const hasArticle = ARTICLES.has(wordAt(tokens, first));
  let at = hasArticle || wordAt(tokens, first) === "the" ? first + 1 : first;
  let noun = -1;
  let isOpen = false;
  let isVague = false;
  let isChosen = false;
  for (const end = at + 3; at < end && (TEXT_NOUNS.has(wordAt(tokens, at)) || noun < 0); at += 1) {
    const word = wordAt(tokens, at);
    if (word === "") break;
    if (TEXT_NOUNS.has(word) || VALUE_NOUNS.has(word)) noun = at;
    if (VAGUE_ADJECTIVES.has(word)) isVague = true;
    if (CHOOSING.has(word)) isChosen = true;
    if (OPEN_ADJECTIVES.has(word) || word === "sentinel") isOpen = true;
  }
  if (noun < 0 || LOOKUP_WORDS.has(wordAt(tokens, noun + 1))) return null;
  if (VALUE_NOUNS.has(wordAt(tokens, noun + 1))) noun += 1;
  const isSaid = isSaying(tokens, noun);
  const isText = TEXT_NOUNS.has(wordAt(tokens, noun));
  const isWhole = isOpen && endsPhrase(tokens, noun) && !(isChosen && LOOKUP.test(text));
  const isPlain = isSaid || (isOpen && isText) || isVague || isWhole;
  return isPlain || isOpen || (isText && hasArticle) ? { first, isPlain } : null;
}

/** Nothing follows that would say which value is meant. */
function endsPhrase(tokens: IrText["tokens"], noun: number): boolean {
  const next = tokens[noun + 1];
  return (
    next === undefined || ",;.".includes(next.value) || /^(?:because|since|so)$/.test(next.value)
  );
}

/** "… that says", "… indicating", "… to say", "… for this case". */
function isSaying(tokens: IrText["tokens"], noun: number): boolean {
  const next = wordAt(tokens, noun + 1);
  if (SAYING.has(next)) return true;
  if (next === "for") {
    return (
      /^(?:this|that|such)$/.test(wordAt(tokens, noun + 2)) && CASES.has(wordAt(tokens, noun + 3))
    );
  }
  if (next !== "that" && next !== "which" && next !== "to") return false;
  const verb = wordAt(tokens, noun + 2);
  return SAYS.has(verb) || REPORTING.has(verb);
}

/** "report that …", "say that …". */
function readReport({ tokens }: IrText, index: number): Lead | null {
  const isReport = REPORTING.has(wordAt(tokens, index)) && wordAt(tokens, index + 1) === "that";
  const before = wordAt(tokens, index - 1);
  const isOrder = before === "" || before === "and" || before === "then";
  return isReport && isOrder ? { first: index, isPlain: true } : null;
}

/** The phrase ends with its clause; null when it holds an exact value after all. */
function findPhraseEnd({ tokens, text }: IrText, first: number): number | null {
  for (let index = first; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === "text" || wordAt(tokens, index) === "literal") return null;
    const isEnd = token.kind === "symbol" && (token.value === ";" || token.value === ".");
    if (isEnd) return tokens[index - 1]?.end ?? token.start;
  }
  return tokens.at(-1)?.end ?? text.length;
}
