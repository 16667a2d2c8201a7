import type { Complexity } from "./derive-complexity.ts";

const QUOTED = /'[^']*'|"[^"]*"/g;
const SENTENCE_ENDS = /[.;:](?=\s|$)/g;
const CONDITIONS =
  /\b(?:if|when|whenever|unless|while|until|otherwise|else|except|but|instead|provided)\b/gi;
const REPETITIONS =
  /\b(?:for (?:each|every|any|all|everything)|each|every|both|either|neither|one of them)\b/gi;
const EDGES =
  /\b(?:empty|none|null|zero|negative|missing|blank|absent|nothing|no|without|fewer|not given|invalid|unknown|cannot|there (?:is|are) no)\b/gi;

/** Highest points of a class; chosen on 2,700 prompts of the catalogue, as the weights were. */
const EASY_LIMIT = 46;
const MEDIUM_LIMIT = 71;

/**
 * The complexity of a prompt of which nothing but its text is known: by its length, and by the words
 * that go with branches and special inputs.
 *
 * A guess: of the catalogue's prompts, whose complexity is derived from what they ask, it puts three
 * in five into their class and all but two in a hundred into it or the next one.
 */
export function deriveComplexityFromText(text: string): Complexity {
  const plain = text.replace(QUOTED, "x");
  const points =
    count(plain, /\S+/g) +
    6 * count(plain, SENTENCE_ENDS) +
    4 * count(plain, CONDITIONS) +
    4 * count(plain, REPETITIONS) +
    2 * count(plain, EDGES);
  if (points <= EASY_LIMIT) return "easy";
  return points <= MEDIUM_LIMIT ? "medium" : "medium_hard";
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
