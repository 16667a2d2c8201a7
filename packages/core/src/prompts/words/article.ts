/** Begins with a vowel letter but with the sound of "you" or "won". */
const CONSONANT_SOUND = /^(uni([^nm]|$)|us(e|u|a)|eu|one\b|once\b|util|ur[ai])/i;
const SILENT_H = /^(hour|honest|honou?r|heir)/i;
/** Letters of an abbreviation whose names begin with a vowel sound. */
const VOWEL_NAMED = /^[AEFHILMNORSX][A-Z0-9]*s?\b/;
const ABBREVIATION = /^[A-Z][A-Z0-9]+s?\b/;

/** The words with "a" or "an" before them, by sound: "a user", "an hour", "an SMS". */
export function withArticle(words: string): string {
  return `${startsWithVowelSound(words) ? "an" : "a"} ${words}`;
}

function startsWithVowelSound(words: string): boolean {
  if (ABBREVIATION.test(words)) return VOWEL_NAMED.test(words);
  if (SILENT_H.test(words)) return true;
  return /^[aeiou]/i.test(words) && !CONSONANT_SOUND.test(words);
}
