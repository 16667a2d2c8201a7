import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { findUndefinedInEffects } from "./undefined-name/find-undefined-in-effects.ts";
import { findUndefinedInPredicates } from "./undefined-name/find-undefined-in-predicates.ts";

/** Finds names that nobody introduced, in predicates and in the Python of effects. */
export const undefinedName: Check = {
  id: "undefined_name",
  errorType: "undefined_name",
  version: 1,
  title: "Name that nobody introduced",
  description:
    'An effect may use parameters and what an earlier effect introduced ("Let x be …"). A predicate may use only parameters, `result` and what Python has built in. Anything else is a slip, or a step is missing.',
  examples: {
    flags: [
      {
        prompt: "Return the 3 highest scores.",
        ir: {
          parameters: { scores: "list[int]" },
          effects: ["Let ordered be sorted(scores, reverse=True).", "Return ranked[:3]."],
        },
        path: "/effects/1/description",
      },
      {
        prompt: "Count the words of a text.",
        ir: { parameters: { text: "str" }, assertions: ["result == len(words)"] },
        path: "/assertions/0/predicate",
      },
    ],
    passes: [
      {
        prompt: "Return the 3 highest scores.",
        ir: {
          parameters: { scores: "list[int]" },
          effects: [
            "Let ordered be sorted(scores, reverse=True).",
            "For each score at index i < 3, keep scores[i].",
            "Return ordered[:3].",
          ],
          assertions: ["all(score in scores for score in result)"],
        },
      },
    ],
  },
  run: (subject: CheckSubject): Observation[] => [
    ...findUndefinedInPredicates(subject),
    ...findUndefinedInEffects(subject),
  ],
};
