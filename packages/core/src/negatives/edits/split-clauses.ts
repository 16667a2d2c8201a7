/** A part of an effect. */
export interface Clause {
  /** Includes what separates it from the clause before. */
  text: string;
  /** Explains the clause before it and falls with it. */
  isSubordinate: boolean;
}

const MAIN = /; |(?<=\.) (?=[A-Z])/y;
const SUBORDINATE = /, (?:because|so that|so the|which) |: (?=the |it |this |that )/y;
const OPENING = "([{";
const CLOSING = ")]}";

/** Splits an effect at sentence ends, semicolons and subordinate clauses, outside quotes and brackets. */
export function splitClauses(effect: string): Clause[] {
  const starts = [{ at: 0, isSubordinate: false }];
  let depth = 0;
  for (let at = 0; at < effect.length; at += 1) {
    const character = effect[at] ?? "";
    if (isOpeningQuote(effect, at)) at = findClosingQuote(effect, at);
    else if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth -= 1;
    else if (depth <= 0 && isAt(MAIN, effect, at)) starts.push({ at, isSubordinate: false });
    else if (depth <= 0 && isAt(SUBORDINATE, effect, at)) starts.push({ at, isSubordinate: true });
  }
  return starts.map(({ at, isSubordinate }, index) => ({
    text: effect.slice(at, starts[index + 1]?.at ?? effect.length),
    isSubordinate,
  }));
}

function isAt(separator: RegExp, text: string, at: number): boolean {
  separator.lastIndex = at;
  return separator.test(text);
}

/** An apostrophe inside a word, as in "user's", opens nothing. */
function isOpeningQuote(text: string, at: number): boolean {
  return text[at] === "'" && !/\w/.test(text[at - 1] ?? "") && text.includes("'", at + 1);
}

function findClosingQuote(text: string, open: number): number {
  const close = text.indexOf("'", open + 1);
  return close < 0 ? open : close;
}
