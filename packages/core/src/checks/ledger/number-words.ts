/** Cardinal number words with their values; ordinals do not count anything. */
const CARDINALS = `zero one two three four five six seven eight nine ten eleven twelve thirteen
fourteen fifteen sixteen seventeen eighteen nineteen twenty`.split(/\s+/);

/** What each number word is worth. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...CARDINALS.map((word, value): [string, number] => [word, value]),
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
]);

/** Words that multiply the number word before them. */
export const MULTIPLIER_WORDS: ReadonlySet<string> = new Set([
  "dozen",
  "hundred",
  "thousand",
  "million",
]);

/** `one` after these counts; elsewhere it is most often a pronoun ("the largest one"). */
export const WORDS_BEFORE_ONE: ReadonlySet<string> = new Set(
  "than least most exactly by return returns minus negative plus equals gives times only".split(
    " ",
  ),
);
