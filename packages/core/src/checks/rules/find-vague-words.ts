import type { TextToken } from "../ledger/text-token.ts";
import type { Span } from "../python/python-expression.ts";

/** Word sequences that leave the behaviour open; `*` stands for any one word. */
const PHRASES = `
appropriate|appropriately|inappropriate|suitable|suitably|properly|sensible|sensibly|reasonable|reasonably
somehow|accordingly|etc|todo|tbd|fixme
as needed|as required|as necessary|as appropriate|as usual|as expected|as applicable
if needed|if necessary|if required|if appropriate|if applicable|if possible|when needed|when necessary
where needed|where necessary|where applicable|where possible|if it makes sense|when it makes sense
in some way|in some form|in a certain way|in the right way|in the correct way|in the usual way|in a good way
in a * way|or similar|or something|and so on|and so forth|or so|and the like
some value|some default|some message|some text|some string|some result|some kind of|some sort of
some reasonable|certain cases|certain conditions|certain values|special cases|edge cases|corner cases
handle the|handle all|handle any|handle other|handle errors|handle invalid|handle edge|handle it|handle them
usual validation|usual checks|usual processing|usual way|usual rules|the necessary|all necessary|any necessary|necessary checks|necessary steps
large enough|small enough|long enough|short enough|high enough|low enough|big enough|too large|too many
is unusual|is invalid|is not valid|is bad|looks wrong|looks right|makes sense|is strange|is odd looking
process the input|process the data|process the value|process the list|process it|process them
do something|do the rest|do the right thing|do what is|clean up|tidy up|sanitize|sanitise|massage
relevant|best way|nicely|gracefully|correctly|the right value|the correct value|the proper value
the matching value|the corresponding value|the appropriate value|remaining cases
`;

const BY_FIRST_WORD = indexPhrases(PHRASES);
/** Nothing that follows makes these exact. */
const OPEN_WORDS = new Set(["todo", "tbd", "fixme", "etc"]);
/** After these an open word is made exact: "the correct value: 3", "invalid, that is, negative". */
const EXACT_SYMBOLS = new Set([":", "(", "==", "<", "<=", ">", ">=", "!="]);

/** Where an effect uses words that decide nothing, unless what follows at once makes them exact. */
export function findVagueWords(tokens: readonly TextToken[]): Span[] {
  const found: Span[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind !== "word") continue;
    const length = matchAt(tokens, index);
    if (length === 0 || isCreation(tokens, index)) continue;
    if (!OPEN_WORDS.has(token.value) && isMadeExact(tokens, index + length)) continue;
    const last = tokens[index + length - 1] ?? token;
    found.push({ start: token.start, end: last.end });
    index += length - 1;
  }
  return found;
}

function matchAt(tokens: readonly TextToken[], index: number): number {
  const phrases = BY_FIRST_WORD.get(tokens[index]?.value ?? "");
  const match = phrases?.find((words) =>
    words.every((word, offset) => {
      const token = tokens[index + offset];
      return (
        token?.kind === "word" &&
        (word === "*" ? VAGUE_WAYS.has(token.value) : token.value === word)
      );
    }),
  );
  return match?.length ?? 0;
}

const VAGUE_WAYS = new Set(
  "suitable sensible proper reasonable certain similar good special".split(" "),
);

function isMadeExact(tokens: readonly TextToken[], next: number): boolean {
  for (let index = next; index <= next + 1; index += 1) {
    const token = tokens[index];
    if (token === undefined) return false;
    if (token.kind === "text" || token.kind === "number" || token.value === "literal") return true;
    if (token.kind === "symbol") return EXACT_SYMBOLS.has(token.value) || isThatIs(tokens, index);
    if (token.value === "because" || token.value === "meaning" || token.value === "if")
      return false;
  }
  return false;
}

/** ", that is, …", ", meaning …". */
function isThatIs(tokens: readonly TextToken[], index: number): boolean {
  const word = tokens[index + 1]?.value;
  return word === "meaning" || (word === "that" && tokens[index + 2]?.value === "is");
}

function indexPhrases(phrases: string): ReadonlyMap<string, string[][]> {
  const index = new Map<string, string[][]>();
  for (const phrase of phrases.trim().split(/[\n|]/)) {
    const words = phrase.split(" ");
    const [first = ""] = words;
    index.set(first, [...(index.get(first) ?? []), words]);
  }
  return index;
}

/** "creating that list when needed" says when: it is not there yet. */
function isCreation(tokens: readonly TextToken[], index: number): boolean {
  if (!/^(?:if|when|where|as)$/.test(tokens[index]?.value ?? "")) return false;
  return tokens.slice(Math.max(0, index - 6), index).some(({ value }) => value.startsWith("creat"));
}
