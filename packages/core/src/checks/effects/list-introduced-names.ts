import type { UsedName } from "../python/list-free-names.ts";

const NAMES = String.raw`((?:[a-z_]\w*(?:, (?:and )?| and ))*[a-z_]\w*)`;
const KINDS =
  "list|dictionary|dict|set|string|counter|variable|tuple|mapping|accumulator|stack|queue|pointers?|" +
  "flag|deque";

/** Phrases that bring in the names of their group: one, or several with commas and "and". */
const PHRASES = [
  String.raw`\b(?:let|set|define|initiali[sz]e|assign|compute|calculate|store|take|start|keep|maintain|track)\s+(?:an? |the )?${NAMES}\s*(?:be\b|to\b|as\b|at\b|with\b|equal\b|:?=(?!=))`,
  String.raw`\b(?:called|named|calls?|denoted)\s+(?:it |this |that |them |these |the \w+ |each )?${NAMES}`,
  String.raw`\b(?:${KINDS})\s+(?:called |named )?${NAMES}\b(?=\s*(?:[.,;:)=]|$|with\b|that\b|of\b|to\b|from\b|starting\b|at\b|where\b|which\b|and\b))`,
  String.raw`\bfor\s+(?:each |every |any |all )?(?:(?:pair|tuple|item|key|index) (?:of )?)?\(?${NAMES}\)?\s+(?:in|of|from|between)\b`,
];
const ASSIGNMENT = String.raw`(?:^|[;.:,]|\bthen\b|\band\b|\bwith\b|\bwhere\b)\s*${NAMES}\s*:?=(?!=)`;
const INTRODUCTIONS = new RegExp([...PHRASES, ASSIGNMENT].join("|"), "gi");
/** For texts without `=`, where an assignment need not be looked for. */
const INTRODUCTIONS_IN_WORDS = new RegExp(PHRASES.join("|"), "gi");

/** Words that a phrase may have at the place of a name. */
const NO_NAMES = new Set(
  "a an the it this that each every all any in of to is be and or not with from by as at on for".split(
    " ",
  ),
);
/** Further ones after "the list", "a set", which often end a phrase. */
const NO_NAMES_AFTER_KINDS = new Set(
  (
    "included unchanged unmodified immediately itself only alone directly instead again first " +
    "second last both long sorted reversed"
  ).split(" "),
);
const KINDS_GROUP = 3;

/** The names that a text brings in, with the places where it does. */
export function listIntroducedNames(text: string): UsedName[] {
  const names: UsedName[] = [];
  const introductions = text.includes("=") ? INTRODUCTIONS : INTRODUCTIONS_IN_WORDS;
  for (const match of text.matchAll(introductions)) {
    const group = match.slice(1).find((part) => part !== undefined);
    if (group === undefined) continue;
    const start = match.index + match[0].indexOf(group, match[0].search(/\s|[;.:,]|^/));
    const isKind = match[KINDS_GROUP] !== undefined;
    names.push(
      ...splitNames(group, start).filter(
        ({ name }) => !(isKind && NO_NAMES_AFTER_KINDS.has(name.toLowerCase())),
      ),
    );
  }
  return names;
}

function splitNames(group: string, offset: number): UsedName[] {
  return [...group.matchAll(/\w+/g)]
    .filter(([name]) => !NO_NAMES.has(name.toLowerCase()))
    .map(({ 0: name, index }) => ({
      name,
      start: offset + index,
      end: offset + index + name.length,
    }));
}
