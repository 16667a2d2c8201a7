import type { TextToken } from "../ledger/text-token.ts";
import type { Span } from "../python/python-expression.ts";

/** Verbs that say that something is done, but not what. */
const EMPTY_VERBS = new Set(
  `handle process treat ensure perform apply format adjust normalise normalize validate manage deal
  address consider finalise finalize prepare clean transform convert take make do check care run
  execute produce generate deliver fix improve optimise optimize organise organize`.split(/\s+/),
);
const LEADS = new Set("then finally also first next otherwise and please always".split(" "));
/** Words that tie a step to something exact. */
const EXACT_WORDS = new Set(
  "LITERAL None True False literal empty ascending descending".split(" "),
);
const MAX_WORDS = 14;

/**
 * A short step with a verb that says nothing and without any name, literal, number or symbol of the
 * function: "Handle the remaining input.", "Then perform all checks."
 */
export function findEmptyStep(
  tokens: readonly TextToken[],
  names: ReadonlySet<string>,
): Span | null {
  const words = tokens.filter(({ kind }) => kind === "word");
  if (words.length === 0 || words.length > MAX_WORDS) return null;
  const first = words.find(({ value }) => !LEADS.has(value));
  if (first === undefined || !EMPTY_VERBS.has(first.value)) return null;
  const isExact = tokens.some(
    ({ kind, value }) =>
      kind === "text" ||
      kind === "number" ||
      (kind === "symbol" && !".,;:!".includes(value)) ||
      (kind === "word" && (names.has(value) || EXACT_WORDS.has(value))),
  );
  if (isExact) return null;
  return { start: first.start, end: words.at(-1)?.end ?? first.end };
}
