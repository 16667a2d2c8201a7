import { type Clause, splitClauses } from "./split-clauses.ts";

const QUOTED = /(?<!\w)'[^']*'/g;

/**
 * The effect without the clauses that speak of something, and without what explains these; null
 * when its first clause is one of them, because what is left would hang in the air.
 *
 * @param words what a clause says outside quotation marks when it speaks of it
 */
export function dropClauses(effect: string, words: RegExp): string | null {
  const [first, ...others] = splitClauses(effect);
  if (first === undefined || speaksOf(first.text, words)) return null;
  let text = first.text;
  let isDropping = false;
  for (const clause of others) {
    isDropping = speaksOf(clause.text, words) || (isDropping && leansOn(clause, text));
    if (!isDropping) text = `${endSentence(text, clause.text)}${clause.text}`;
  }
  return text === effect ? effect : endSentence(text, effect.endsWith(".") ? " A" : "");
}

/** Whether a text is about something, quoted words aside. */
export function speaksOf(text: string, words: RegExp): boolean {
  return words.test(text.replaceAll(QUOTED, "''"));
}

/** Whether a clause goes on where a dropped one has begun. */
function leansOn({ text, isSubordinate }: Clause, before: string): boolean {
  return isSubordinate || (text.startsWith(";") && before.endsWith("."));
}

/** A dropped clause may have taken the full stop with it. */
function endSentence(text: string, next: string): string {
  return /^ [A-Z]/.test(next) && !/[.!?]$/.test(text) ? `${text}.` : text;
}
