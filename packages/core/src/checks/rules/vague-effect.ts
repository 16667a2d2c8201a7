import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { readIrTexts } from "../ledger/read-ir-texts.ts";
import { findEmptyStep } from "./find-empty-step.ts";
import { findVagueWords } from "./find-vague-words.ts";

const PROMPT = "Turn a headline into a slug: lower case, and every run of spaces replaced by '-'.";

/** Says which effects leave the behaviour open. */
export const vagueEffect: Check = {
  id: "vague_effect",
  errorType: "vague_effect",
  version: 1,
  title: "Effect that leaves the behaviour open",
  description:
    'Words such as "appropriately", "in a suitable way", "as needed" or "etc." decide nothing: two engineers would write different code. The effect must say which values, in which order, with which result.',
  examples: {
    flags: [
      {
        prompt: PROMPT,
        ir: {
          parameters: { headline: "str" },
          returns: "str",
          effects: ["Clean up headline in a suitable way and return it with LITERAL '-'."],
        },
        path: "/effects/0/description",
      },
    ],
    passes: [
      {
        prompt: PROMPT,
        ir: {
          parameters: { headline: "str" },
          returns: "str",
          effects: [
            "Let lowered be headline.lower(); some texts get longer by it.",
            "Return lowered with each run of spaces replaced by LITERAL '-'; an empty headline gives LITERAL ''.",
          ],
        },
      },
    ],
  },
  run: (subject: CheckSubject): Observation[] => {
    const { ir, effects } = subject;
    const names = new Set([
      ...ir.signature.parameters.map(({ name }) => name),
      ...effects.flatMap(({ introduced }) => introduced.map(({ name }) => name)),
    ]);
    return readIrTexts(ir).flatMap(({ area, path, text, tokens }) => {
      if (area !== "effect") return [];
      const vague = findVagueWords(tokens)[0] ?? findEmptyStep(tokens, names);
      if (vague === null) return [];
      const words = text.slice(vague.start, vague.end);
      const message = `\`${words}\` leaves open what happens; say exactly which values, steps or results are meant`;
      return [{ severity: "warning", path, message }];
    });
  },
};
