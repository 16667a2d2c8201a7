import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { findBoolAsInt } from "./quirks/bool-before-int.ts";
import {
  findFlooredFraction,
  findFloatForInt,
  findUnnamedDivision,
  findUnsignedRemainder,
} from "./quirks/division.ts";
import { findInPlace, findSharedDefault } from "./quirks/in-place.ts";
import type { Quirk } from "./quirks/quirk.ts";
import { findHalfToEven, findMissingFloor } from "./quirks/rounding.ts";
import { findSpokenQuirks } from "./quirks/spoken-quirks.ts";
import { readSpeech } from "./read-speech.ts";

const QUIRKS: readonly Quirk[] = [
  findBoolAsInt,
  findHalfToEven,
  findMissingFloor,
  findFlooredFraction,
  findFloatForInt,
  findUnnamedDivision,
  findUnsignedRemainder,
  findInPlace,
  findSharedDefault,
];
const MAX_HINTS = 2;
const MAX_PROMPT_LENGTH = 20_000;

const TYPES_PROMPT =
  "Return 'integer' for an int, 'text' for a str, and 'unknown' for any other type.";
const TEXT_STEP = "If isinstance(value, str), return LITERAL 'text'.";
const INT_STEP = "If isinstance(value, int), return LITERAL 'integer'.";
const OTHER_STEP = "Otherwise return LITERAL 'unknown'; None is one of these.";

/** Says which quirks of Python the prompt or the code of an effect triggers without a word about them. */
export const missingPythonQuirk: Check = {
  id: "missing_python_quirk",
  errorType: "missing_python_quirk",
  version: 2,
  title: "Quirk of Python not handled",
  description:
    "Something in the prompt or an effect meets a quirk of Python, and nothing in the IR speaks of it: True is an int, `round` goes to the even neighbour, `//` rounds down negative numbers, `split(' ')` gives empty words, lists change in place, NaN equals nothing. Two correct readings of such an IR give different code.",
  examples: {
    flags: [
      {
        prompt: TYPES_PROMPT,
        ir: {
          parameters: { value: "Any" },
          returns: "str",
          effects: [INT_STEP, TEXT_STEP, OTHER_STEP],
          assertions: [
            "type(value) is not int or result == 'integer'",
            "value is not None or result == 'unknown'",
          ],
        },
        path: "/effects/0/description",
      },
      {
        prompt: "Round a price to whole euros. A fraction of exactly 0.5 is rounded up.",
        ir: {
          parameters: { price: "float" },
          returns: "int",
          effects: ["Return round(price), so that a fraction of 0.5 is rounded up."],
        },
        path: "/effects/0/description",
      },
    ],
    passes: [
      {
        prompt: TYPES_PROMPT,
        ir: {
          parameters: { value: "Any" },
          returns: "str",
          effects: [
            "If isinstance(value, bool), return LITERAL 'unknown'; this test comes before the one for int, because isinstance(True, int) is true.",
            INT_STEP,
            TEXT_STEP,
            OTHER_STEP,
          ],
          assertions: ["value is not None or result == 'unknown'"],
        },
      },
    ],
  },
  run: (subject: CheckSubject): Observation[] => {
    const prompt = (subject.prompt ?? "").slice(0, MAX_PROMPT_LENGTH).toLowerCase();
    if (subject.ir.effects.length === 0) return [];
    const input = { subject, prompt, speech: readSpeech(subject.ir) };
    const found = QUIRKS.map((quirk) => quirk(input)).filter((finding) => finding !== null);
    const all = [...found, ...findSpokenQuirks(input)];
    const hints = all.filter(({ severity }) => severity === "info").slice(0, MAX_HINTS);
    return all.filter((finding) => finding.severity !== "info" || hints.includes(finding));
  },
};
