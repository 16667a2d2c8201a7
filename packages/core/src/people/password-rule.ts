import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "./people.schema.ts";

/** Words that, alone, repeated or joined, make up most leaked passwords of twelve characters and more. */
const COMMON_WORDS = (
  "password passwort passphrase welcome letmein iloveyou administrator admin login secret changeme " +
  "default qwerty qwertz azerty asdfgh zxcvbn dragon monkey sunshine princess football baseball " +
  "superman batman master shadow hello freedom whatever trustno starwars computer internet please " +
  "enter open foundry test user guest root temp love this that the you is my me ir i"
)
  .split(" ")
  .sort((one, other) => other.length - one.length);

const KEY_ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qazwsxedcrfvtgbyhnujm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
];
const MIN_RUN = 4;
const MIN_DISTINCT = 5;
/** A year or a counter beside common words adds nothing; more digits may be random ones. */
const MAX_IDLE_DIGITS = 6;

/**
 * What is wrong with a password, or undefined when it will do. Length is what counts; beyond it only
 * what every guessing list begins with is refused. Pure, so that a form can say it while typing.
 *
 * @param person whose address and name the password must not be
 */
export function findPasswordProblem(
  password: string,
  person: { email: string; name?: string },
): string | undefined {
  if (password.length < PASSWORD_MIN_LENGTH) {
    return `Use at least ${PASSWORD_MIN_LENGTH} characters. A few random words are easy to remember.`;
  }
  if (password.length > PASSWORD_MAX_LENGTH)
    return `Use at most ${PASSWORD_MAX_LENGTH} characters.`;
  const text = password.normalize("NFKC").toLowerCase();
  const own = [person.email, person.email.split("@")[0] ?? "", person.name ?? ""];
  if (own.some((part) => isMostly(text, part.toLowerCase()))) {
    return "Do not use your name or e-mail address as the password.";
  }
  if (new Set(text).size < MIN_DISTINCT || isCommon(text)) {
    return "This is among the first passwords that attackers try. A few random words are better.";
  }
  return undefined;
}

/** The part is the whole password but for digits and signs around it. */
function isMostly(text: string, part: string): boolean {
  return part.length >= 3 && trimSigns(text) === trimSigns(part);
}

/** Nothing but keyboard runs, common words, signs and a few digits. */
function isCommon(text: string): boolean {
  return [text, undoLookAlikes(trimSigns(text) || text)].some((spelling) => {
    const withoutRuns = removeAll(spelling, KEY_ROWS.flatMap(runsOf));
    const rest = removeAll(withoutRuns, COMMON_WORDS);
    const digitCount = rest.replace(/\D/g, "").length;
    return !/\p{Letter}/u.test(rest) && digitCount <= MAX_IDLE_DIGITS;
  });
}

function trimSigns(text: string): string {
  return text.replace(/^[^\p{Letter}]+|[^\p{Letter}]+$/gu, "");
}

const LOOK_ALIKES: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

function undoLookAlikes(text: string): string {
  return [...text].map((character) => LOOK_ALIKES[character] ?? character).join("");
}

function removeAll(text: string, parts: string[]): string {
  return parts.reduce((rest, part) => rest.split(part).join(" "), text);
}

/** All stretches of a row, forwards and backwards, longest first. */
function runsOf(row: string): string[] {
  const directions = [row, [...row].toReversed().join("")];
  const runs: string[] = [];
  for (let length = row.length; length >= MIN_RUN; length -= 1) {
    for (let start = 0; start + length <= row.length; start += 1) {
      runs.push(...directions.map((direction) => direction.slice(start, start + length)));
    }
  }
  return runs;
}
