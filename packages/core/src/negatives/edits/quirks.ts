import type { EditSource } from "../edit.ts";

/** A trap of Python: when a prompt leads into it, and how an IR shows that it knows. */
export interface Quirk {
  name: string;
  /** Only what the prompt or the types ask for can be called missing. */
  isTriggered(source: EditSource): boolean;
  /** Clauses of effects that are about it. */
  words: RegExp;
  /** What shows that an IR without these clauses still deals with it; then nothing is missing. */
  handled: RegExp;
  /** Predicates that are about it. */
  assertions: RegExp;
  /** Careful code and the naive code that a model writes instead. */
  naive: [RegExp, string][];
}

const INT_TEST = /isinstance\([^)]*\bint\b|\b(?:is|neither|are) (?:an? )?int\b/;

export const QUIRKS: Quirk[] = [
  {
    name: "isinstance(True, int) is true",
    isTriggered: ({ effects, ir }) =>
      effects.some((effect) => INT_TEST.test(effect)) &&
      !ir.signature.parameters.some(({ type_hint }) => type_hint.startsWith("bool")),
    words: /\b[Bb]ool(?:ean)?s?\b|isinstance\(True|\bTrue (?:is|counts|equals)\b/,
    handled: /\b[Bb]ool|\btype\(/,
    assertions: /\bbool\b|\bTrue\b|\bFalse\b/,
    naive: [[/ and not isinstance\(\w+, bool\)/, ""]],
  },
  {
    name: "a list that is passed in can be changed by accident",
    isTriggered: ({ prompt, ir }) =>
      /without chang|not chang|as a new list|passed in/i.test(prompt) &&
      ir.signature.parameters.some(({ type_hint }) => /list|dict|set/.test(type_hint)),
    words:
      /(?:not|never) changed|in place|leave \w+ as|do not (?:sort or )?change|unchanged|copy|new list/i,
    handled: /\bnew\b|\bcopy\b|chang|passed in|sorted/,
    assertions: / is not \w+$/,
    naive: [
      [/Build a new list with every entry of (\w+) in/, "Sort $1 in"],
      [/\b(?:a|the) new list\b/gi, "the list"],
      [/\ba copy of /g, ""],
      [/Return the list and leave \w+ as it is.*$/, "Return the list."],
      [/ and return the result as a new list/, ""],
    ],
  },
  {
    name: "rounding is half to even, and division gives floats",
    isTriggered: ({ prompt }) => /\bround(?:ed|ing|s)? |halves/i.test(prompt),
    words: /\bhal(?:f|ves)\b|even\b|minus infinity|floor|integers|nearest/i,
    handled: /\/\/|divmod|floor|ceil|\bhal(?:f|ves)\b|integer|rounded (?:up|down)/i,
    assertions: /!= -\d|\.5\b/,
    naive: [
      [/(?<=[\w)]) \/\/ (?=[\w(])/, " / "],
      [/(?:math\.)?floor\((.+?) \+ 0\.5\)/, "round($1)"],
    ],
  },
  {
    name: "the remainder of a negative number",
    isTriggered: ({ prompt, effects }) =>
      /(?:may|can) be (?:negative|any)|any integer|any whole number/i.test(prompt) &&
      effects.some((effect) => / % /.test(effect)),
    words: /\bnegative|sign of|remainder/i,
    handled: /negative|sign of|< 0|\babs\(/i,
    assertions: /-\d/,
    naive: [],
  },
  {
    name: "NaN equals nothing, itself included",
    isTriggered: ({ prompt }) => /\bNaN\b|not a number/i.test(prompt),
    words: /\bNaN\b|isnan|(\b\w+) != \1/i,
    handled: /\bnan\b/i,
    assertions: /isnan|(\b\w+) (?:==|!=) \1\b/,
    naive: [],
  },
  {
    name: "/ gives a float and // cuts",
    isTriggered: ({ prompt, ir }) =>
      /average|mean\b|divide|ratio|half of/i.test(prompt) &&
      /float/.test(ir.signature.returns ?? ""),
    words: /true division|\(\/\)|\bfloat\b/i,
    handled: / \/ |true division|float/,
    assertions: /float|\.5\b/,
    naive: [
      [/(?<=[\w)]) \/ (?=\w)/, " // "],
      [/,? (?:using|with) true division(?: \(\/\))?/, ""],
    ],
  },
  {
    name: "a word is found inside a longer one",
    isTriggered: ({ prompt }) => /whole word|as a word|not part of/i.test(prompt),
    words: /whole word|neither the character|part of|do not count|boundar/i,
    handled: /whole word|boundar|before it/i,
    assertions: /timeouts|_ms/,
    naive: [[/ stands and neither .*$/, " stands."]],
  },
  {
    name: "a default list is shared between calls",
    isTriggered: ({ prompt, ir }) =>
      /left out|optional|by default/i.test(prompt) &&
      ir.signature.parameters.some(({ type_hint }) => /list|dict|set/.test(type_hint)),
    words: /\bdefault\b|\b\w+ is None\b/i,
    handled: /\bNone\b|default|left out/,
    assertions: /\bNone\b/,
    naive: [],
  },
];
