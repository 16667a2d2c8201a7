import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { findEarlyOtherwise } from "./wrong-order/find-early-otherwise.ts";
import { findEarlyUse } from "./wrong-order/find-early-use.ts";
import { findSwallowedTypes } from "./wrong-order/find-swallowed-types.ts";
import { findUnreachedBranches } from "./wrong-order/find-unreached-branches.ts";

/** Finds steps that stand in an order in which one of them has no effect. */
export const wrongOrder: Check = {
  id: "wrong_order",
  errorType: "wrong_order",
  version: 1,
  title: "Steps in the wrong order",
  description:
    'Effects are tried from top to bottom. A condition that stands before a narrower one swallows it, nothing may follow "otherwise", and a name must be introduced before it is used.',
  examples: {
    flags: [
      {
        prompt: "Return 40 above 30 days, 5 above 0 days, and 0 otherwise.",
        ir: {
          parameters: { days: "int" },
          returns: "int",
          effects: [
            "If days > 0, return LITERAL 5.",
            "If days > 30, return LITERAL 40.",
            "Otherwise return LITERAL 0.",
          ],
        },
        path: "/effects/0/description",
      },
      {
        prompt: "Return 'a' for None, 'b' for an empty text, and 'c' otherwise.",
        ir: {
          parameters: { text: "str | None" },
          returns: "str",
          effects: [
            "If text is None, return LITERAL 'a'.",
            "Otherwise return LITERAL 'c'.",
            "If text == '', return LITERAL 'b'.",
          ],
        },
        path: "/effects/1/description",
      },
      {
        prompt: "Return the longest word of a text, in lower case.",
        ir: {
          parameters: { text: "str" },
          returns: "str",
          effects: ["Let longest be max(words, key=len).", "Let words be text.lower().split()."],
        },
        path: "/effects/0/description",
      },
    ],
    passes: [
      {
        prompt: "Return 40 above 30 days, 5 above 0 days, and 0 otherwise.",
        ir: {
          parameters: { days: "int" },
          returns: "int",
          effects: [
            "If days > 30, return LITERAL 40.",
            "If days > 0, return LITERAL 5.",
            "Otherwise return LITERAL 0.",
          ],
        },
      },
    ],
  },
  run: (subject: CheckSubject): Observation[] => [
    ...findUnreachedBranches(subject),
    ...findSwallowedTypes(subject),
    ...findEarlyOtherwise(subject),
    ...findEarlyUse(subject),
  ],
};
