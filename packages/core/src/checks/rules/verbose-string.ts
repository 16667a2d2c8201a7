import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { findParaphrases, type Paraphrase, type Paraphrases } from "../ledger/find-paraphrases.ts";
import { spellLiteral } from "../ledger/spell-literal.ts";
import { keepHarmlessFix } from "../fixes/keep-harmless-fix.ts";
import type { QuickFix } from "../quick-fix.ts";

const PROMPT = "Return 'out of stock' if the quantity is 0, and 'in stock' otherwise.";

/** Says where an effect describes a text that the prompt gives word for word. */
export const verboseString: Check = {
  id: "verbose_string",
  errorType: "verbose_string",
  version: 2,
  title: "Text described instead of given",
  description:
    "The prompt gives the exact text to return, but the effect only describes it (\"a message that says …\"). Code made from it would invent another text. The effect must give the text as LITERAL 'text'.",
  examples: {
    flags: [
      {
        prompt: PROMPT,
        ir: {
          parameters: { quantity: "int" },
          returns: "str",
          effects: [
            "If quantity == 0, return a message that says that the item is not available.",
            "Otherwise return LITERAL 'in stock'.",
          ],
        },
        path: "/effects/0/description",
      },
    ],
    passes: [
      {
        prompt: PROMPT,
        ir: {
          parameters: { quantity: "int" },
          returns: "str",
          effects: [
            "If quantity == 0, return LITERAL 'out of stock'.",
            "Otherwise return LITERAL 'in stock'; a message to the buyer is not needed.",
          ],
        },
      },
    ],
  },
  run: (subject: CheckSubject): Observation[] => {
    if (subject.prompt === null) return [];
    const paraphrases = findParaphrases(subject.prompt, subject.ir);
    return paraphrases.places.flatMap((place) => describe(place, paraphrases, subject));
  },
};

function describe(
  place: Paraphrase,
  { places, lost }: Paraphrases,
  subject: CheckSubject,
): Observation[] {
  const values = [...new Set(lost.map(({ literal }) => spellLiteral(literal)))];
  if (values.length === 0 && !place.isPlain) return [];
  const words = shorten(place.words);
  const [value] = values;
  const message =
    value === undefined
      ? `the effect describes a text (\`${words}\`) instead of giving it; write it as LITERAL 'text'`
      : `the prompt gives ${values.map((text) => `\`${text}\``).join(", ")}, but the effect only describes it (\`${words}\`); write LITERAL ${value}`;
  const isCertain = values.length === 1 && places.length === 1 && value !== undefined;
  return [
    {
      severity: values.length === 0 ? "warning" : "error",
      path: place.effect.path,
      message,
      ...keepHarmlessFix(subject, isCertain ? replacePhrase(place, value) : null),
    },
  ];
}

function replacePhrase({ effect, start, end }: Paraphrase, value: string): QuickFix {
  const lead = /\breturn\s+$/i.test(effect.text.slice(0, start)) ? "" : "return ";
  const isReport =
    lead !== "" &&
    /^(?:report|say|indicate|signal|state|tell|explain)\b/i.test(effect.text.slice(start));
  const text = `${effect.text.slice(0, start)}${isReport ? lead : ""}LITERAL ${value}${effect.text.slice(end)}`;
  return {
    title: `Write LITERAL ${value}`,
    patch: [{ op: "replace", path: effect.path, value: text }],
  };
}

function shorten(words: string): string {
  return words.length <= 48 ? words : `${words.slice(0, 45).trimEnd()}…`;
}
