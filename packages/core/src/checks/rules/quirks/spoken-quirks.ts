import type { Observation } from "../../check.ts";
import type { QuirkSubject } from "./quirk.ts";

/** A quirk that shows in words: what triggers it, and words that settle it. */
interface SpokenQuirk {
  /** In the prompt. */
  asked?: RegExp;
  /** Anywhere in the effects; the finding is at the effect that has it. */
  used?: RegExp;
  /** In the effects, or for something used in the assertions: then somebody has thought of it. */
  spoken: RegExp;
  severity: Observation["severity"];
  message: string;
}

const QUIRKS: readonly SpokenQuirk[] = [
  {
    asked: /\bnan\b/,
    spoken: /\bnan\b|(\w+) != \1\b|not a number/,
    severity: "warning",
    message: "the prompt names NaN, but no effect does; NaN equals nothing, itself included",
  },
  {
    asked: /\bwhole words?\b|only as a word|\bas a separate word/,
    spoken:
      /whole word|word boundar|\\b|character before|before it|split\(|letter|separate word|\.isal/,
    severity: "warning",
    message:
      "the prompt counts whole words only, but a plain search also finds parts of words; say what may stand before and after",
  },
  {
    used: /\.(?:isdigit|isnumeric)\b/,
    spoken: /script|superscript|ascii|0 to 9|0-9|unicode|isdecimal|too wide/,
    severity: "info",
    message:
      "`str.isdigit` also accepts superscripts and digits of other scripts; say whether only 0 to 9 count",
  },
  {
    asked: /\bwords?\b|white ?space|\bblanks?\b/,
    used: /\.split\(' '\)/,
    spoken:
      /empty (?:words?|parts?|strings?|texts?|pieces?)|several spaces|split\(\)|single spaces?/,
    severity: "warning",
    message:
      "`split(' ')` gives empty words where spaces follow each other; use `split()` or say what they mean",
  },
  {
    asked: /\b(?:sort(?:ed|s)?|order(?:ed|s)?|rank(?:ed|s)?) (?:\w+ ){0,6}by\b/,
    spoken: /\bties?\b|\bequal\b|\bsame\b|stable|original order|keep their order/,
    severity: "info",
    message: "the prompt sorts by a key, and nothing says in which order equal keys stand",
  },
  {
    asked: /\b(?:convert|parse|read)\w*\b.*\b(?:int|integers?|whole numbers?)\b/,
    used: /\bint\(/,
    spoken: /white ?space|spaces|underscore|valueerror|digits|raises|fails/,
    severity: "info",
    message: "`int` also accepts `' 12 '`, `'+5'` and `'1_000'`; say whether these count",
  },
  {
    asked: /\bfloats?\b|\bdecimals?\b|\bprices?\b/,
    used: /== (?:literal )?\d*\.\d*[1-9]/,
    spoken: /isclose|tolerance|exactly|float equality|rounding/,
    severity: "info",
    message:
      "floats are compared with `==`; 0.1 + 0.2 == 0.3 is false, so say whether a tolerance counts",
  },
];

/** Quirks that the words of the prompt or of an effect trigger and no word of the IR settles. */
export function findSpokenQuirks({ subject, prompt, speech }: QuirkSubject): Observation[] {
  if (prompt === "") return [];
  return QUIRKS.flatMap(({ asked, used, spoken, severity, message }) => {
    if (asked !== undefined && !asked.test(prompt)) return [];
    if (used !== undefined && !used.test(speech.effects)) return [];
    if (spoken.test(speech.effects) || (used !== undefined && spoken.test(speech.assertions))) {
      return [];
    }
    const index =
      used === undefined
        ? -1
        : subject.ir.effects.findIndex(({ description }) => used.test(description.toLowerCase()));
    return [{ severity, path: index < 0 ? "/effects" : `/effects/${index}/description`, message }];
  });
}
