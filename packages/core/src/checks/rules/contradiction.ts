import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { findConstraintConflicts } from "./contradiction/find-constraint-conflicts.ts";
import { findEffectConflicts } from "./contradiction/find-effect-conflicts.ts";
import { findPredicateConflicts } from "./contradiction/find-predicate-conflicts.ts";

/** Finds two statements of an IR that cannot both hold. */
export const contradiction: Check = {
  id: "contradiction",
  errorType: "contradiction",
  version: 1,
  title: "Statements contradict each other",
  description:
    "For an input that a predicate names, the effects return something that the predicate forbids; or two predicates, two effects, or a constraint and an effect demand different things. One of the two is wrong.",
  examples: {
    flags: [
      {
        prompt: "Return 'empty' for an empty text and 'full' otherwise.",
        ir: {
          parameters: { text: "str" },
          returns: "str",
          effects: ["If text == '', return LITERAL 'empty'.", "Otherwise return LITERAL 'full'."],
          assertions: ["text != '' or result == 'full'"],
        },
        path: "/assertions/0/predicate",
      },
      {
        prompt: "Sort a list.",
        ir: {
          parameters: { items: "list[int]" },
          returns: "list[int]",
          assertions: ["items != [] or result == []", "len(items) != 0 or result == [0]"],
        },
        path: "/assertions/1/predicate",
      },
      {
        prompt: "Return 1 for 0, and 2 otherwise.",
        ir: {
          parameters: { n: "int" },
          returns: "int",
          effects: [
            "If n == 0, return LITERAL 1.",
            "If n == 0, return LITERAL 3.",
            "Otherwise return LITERAL 2.",
          ],
        },
        path: "/effects/1/description",
      },
    ],
    passes: [
      {
        prompt: "Return 'empty' for an empty text and 'full' otherwise.",
        ir: {
          parameters: { text: "str" },
          returns: "str",
          effects: ["If text == '', return LITERAL 'empty'.", "Otherwise return LITERAL 'full'."],
          assertions: ["text != '' or result == 'empty'", "text != 'a' or result == 'full'"],
        },
      },
    ],
  },
  run: (subject: CheckSubject): Observation[] => [
    ...findPredicateConflicts(subject),
    ...findEffectConflicts(subject),
    ...findConstraintConflicts(subject),
  ],
};
