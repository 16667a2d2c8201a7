import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { type PlacedBranch, placeBranches } from "../effects/place-branches.ts";
import type { EffectBranch } from "../effects/read-effect.ts";
import { listHintTypes } from "../python/list-hint-types.ts";
import type { PythonExpression } from "../python/python-expression.ts";
import { readValueType } from "../python/read-value-type.ts";
import type { QuickFix } from "../quick-fix.ts";
import { coversEverything } from "../worlds/covers-everything.ts";
import { holdsWholeNumbers } from "../worlds/holds-whole-numbers.ts";
import { findOtherwiseLiteral } from "./return-path/find-otherwise-literal.ts";

/** Finds functions whose effects leave open what comes back when no condition holds. */
export const missingReturnPath: Check = {
  id: "missing_return_path",
  errorType: "missing_return_path",
  version: 1,
  title: "Path without a return",
  description:
    "Every path must say what it returns, the one on which no condition holds included. In Python a path without a return gives None, which is seldom meant.",
  examples: {
    flags: [
      {
        prompt: "Return 'cold' below 10 degrees and 'warm' otherwise.",
        ir: {
          parameters: { degrees: "int" },
          returns: "str",
          effects: ["If degrees < 10, return LITERAL 'cold'."],
        },
        path: "/effects",
      },
      {
        prompt: "Return the index of the first negative number.",
        ir: {
          parameters: { numbers: "list[int]" },
          returns: "int",
          effects: ["At the first number < 0 return its index immediately."],
        },
        path: "/effects",
      },
    ],
    passes: [
      {
        prompt: "Return 'cold' below 10 degrees and 'warm' otherwise.",
        ir: {
          parameters: { degrees: "int" },
          returns: "str",
          effects: [
            "If degrees < 10, return LITERAL 'cold'.",
            "If degrees >= 10, return LITERAL 'warm'.",
          ],
        },
      },
      {
        prompt: "Sort a list in place.",
        ir: { returns: "None", effects: ["If items is not empty, sort items in place."] },
      },
    ],
  },
  run: (subject: CheckSubject): Observation[] => {
    const { ir, effects } = subject;
    const types = listHintTypes(ir.signature.returns);
    if (ir.signature.returns == null || (types?.size === 1 && types.has("None"))) return [];
    const returning = placeBranches(effects).filter(({ result }) => result !== null);
    const ending = findEndings(subject);
    const problem = findProblem(subject, returning);
    if (problem === null) return ending;
    const fix = proposeFix(subject, returning, types);
    return [
      ...ending,
      {
        severity: types?.has("None") === true || problem.includes("seem") ? "warning" : "error",
        path: "/effects",
        message: `${problem}; add an effect that says it`,
        ...(fix === null ? {} : { fix }),
      },
    ];
  },
};

const SAYS_RESULT = /\breturn(?:s|ed|ing)?\b|\b(?:the|its) (?:result|output|answer)\b|\byields?\b/i;
const ENDS =
  /^[,\s]*(?:then\s+)?(?:stop|exit|end|quit|finish|abort|leave|skip the rest|do nothing|break)\b(?!.*\b(?:loop|search|scan)\b)/i;

const ENDS_FUNCTION = /^[,\s]*(?:then\s+)?(?:exit|abort|(?:end|leave|quit) the function)\b/i;
const LOOPS = /\b(?:go(?:es)? through|loop|while|as long as|each|every|until|repeat)\b/i;

/** "If n < 0, stop." of a function that must give a value. */
function findEndings({ effects }: CheckSubject): Observation[] {
  // "Stop" may mean a loop.
  const ends = effects.some(({ text }) => LOOPS.test(text)) ? ENDS_FUNCTION : ENDS;
  return effects.flatMap(({ text, branches }, index): Observation[] => {
    const branch = branches.find(
      ({ condition, result, end }) =>
        condition !== null && result === null && ends.test(text.slice(condition.end, end)),
    );
    if (branch === undefined) return [];
    const condition = text.slice(branch.condition?.start, branch.condition?.end).trim();
    return [
      {
        // In words the condition may be one of a step inside the function.
        severity: branch.condition?.expression == null ? "warning" : "error",
        path: `/effects/${index}/description`,
        message: `the function ends when \`${condition}\`, but nothing says what it returns then; say it`,
      },
    ];
  });
}

function findProblem(subject: CheckSubject, returning: readonly PlacedBranch[]): string | null {
  const { effects } = subject;
  if (returning.length === 0) {
    return effects.some(({ text }) => SAYS_RESULT.test(text))
      ? null
      : "no effect says what is returned";
  }
  const last = returning.at(-1);
  const isOpen = returning.every(({ condition }) => condition !== null && !condition.isOtherwise);
  if (!isOpen || last === undefined || effects.some(saysFallThrough)) return null;
  if (returning.every(({ condition }) => condition?.isInLoop === true)) {
    return "nothing says what is returned when the loop ends without a match";
  }
  const tests = returning.flatMap(({ condition }) => condition?.expression ?? []);
  if (tests.length < returning.length) {
    return isOpenInWords(subject, returning)
      ? "the conditions seem to leave a case open, and nothing says what is returned then"
      : null;
  }
  if (coversEverything(tests, holdsWholeNumbers(subject))) return null;
  return "nothing says what is returned when none of the conditions holds";
}

/** Words in a condition that may make it the opposite of another one. */
const OPPOSITE =
  /\b(?:other\w*|else|not|no|none|neither|nor|without|never|missing|only|remaining|rest|fails?|raises|succeeds|cannot|nothing|nobody|empty|ends?|false|both|all|so)\b/i;

function isOpenInWords({ effects }: CheckSubject, returning: readonly PlacedBranch[]): boolean {
  return returning.every(({ condition, effectIndex }) => {
    if (condition === null || condition.expression !== null) return true;
    return !OPPOSITE.test(effects[effectIndex]?.text.slice(condition.start, condition.end) ?? "");
  });
}

const FALL_THROUGH =
  /\b(?:otherwise|else|in (?:all|any|every) other cases?|remaining|by default|no match|not found|fall[- ]?through|anything else|everything else|nobody else|everyone else|all others?|any other|none of)\b/i;

/** A sentence that says what the rest gives, in words that are no branch. */
function saysFallThrough({ text }: { text: string }): boolean {
  return FALL_THROUGH.test(text);
}

function proposeFix(
  subject: CheckSubject,
  returning: readonly EffectBranch[],
  types: ReadonlySet<string> | null,
): QuickFix | null {
  const literal = findOtherwiseLiteral(subject, returning) ?? findImpliedLiteral(returning, types);
  if (literal === null || returning.length === 0) return null;
  const description = `Otherwise return LITERAL ${literal}.`;
  return {
    title: `Add "${description}"`,
    patch: [{ op: "add", path: "/effects/-", value: { description } }],
  };
}

/** False after nothing but True, and None where the type allows it and no branch gives it. */
function findImpliedLiteral(
  returning: readonly EffectBranch[],
  types: ReadonlySet<string> | null,
): string | null {
  const values = returning.map(({ result }) => result?.expression ?? null);
  if (types?.size === 1 && types.has("bool")) {
    if (values.every((value) => isConstant(value, true))) return "False";
    if (values.every((value) => isConstant(value, false))) return "True";
  }
  const givesNone = values.some((value) => value !== null && readValueType(value) === "None");
  return types?.has("None") === true && !givesNone ? "None" : null;
}

function isConstant(expression: PythonExpression | null, value: boolean): boolean {
  return expression?.kind === "constant" && expression.value === value;
}
