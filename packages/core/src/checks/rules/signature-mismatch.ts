import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { findHintProblems } from "./signature/find-hint-problems.ts";
import { findParameterProblems } from "./signature/find-parameter-problems.ts";
import { findReturnProblems } from "./signature/find-return-problems.ts";
import { findMissingParameters, findUnusedParameters } from "./signature/find-unused-parameters.ts";

/** Finds parameters and return types that do not fit what the rest of the IR says. */
export const signatureMismatch: Check = {
  id: "signature_mismatch",
  errorType: "signature_mismatch",
  version: 1,
  title: "Signature does not fit",
  description:
    "Type hints must be Python types, the return type must fit every value that an effect returns, and a parameter must be used as what its type says. Code made from the IR is called by this signature.",
  examples: {
    flags: [
      {
        prompt: "Return the first character of a text, or None if it is empty.",
        ir: {
          parameters: { text: "str" },
          returns: "str",
          effects: ["If text == '', return LITERAL None.", "Otherwise return text[0]."],
        },
        path: "/signature/returns",
      },
      {
        prompt: "Return the length of a list.",
        ir: {
          parameters: { items: "list of int" },
          returns: "int",
          effects: ["Return len(items)."],
        },
        path: "/signature/parameters/0/type_hint",
      },
      {
        prompt: "Return the length of a text.",
        ir: { parameters: { text: "int" }, returns: "int", effects: ["Return len(text)."] },
        path: "/signature/parameters/0/type_hint",
      },
      {
        prompt: "Double a number.",
        ir: {
          parameters: { number: "int", is_strict: "bool" },
          returns: "int",
          effects: ["Return number * 2."],
        },
        path: "/signature/parameters/1",
      },
    ],
    passes: [
      {
        prompt: "Return the first character of a text, or None if it is empty.",
        ir: {
          parameters: { text: "str" },
          returns: "Optional[str]",
          effects: ["If text == '', return LITERAL None.", "Otherwise return text[0]."],
        },
      },
      {
        prompt: "Return half of a number.",
        ir: {
          parameters: { number: "int" },
          returns: "float",
          effects: ["If number == 0, return LITERAL 0.", "Otherwise return number / 2."],
        },
      },
    ],
  },
  run: (subject: CheckSubject): Observation[] => [
    ...findHintProblems(subject),
    ...findReturnProblems(subject),
    ...findParameterProblems(subject),
    ...findMissingParameters(subject),
    ...findUnusedParameters(subject),
  ],
};
