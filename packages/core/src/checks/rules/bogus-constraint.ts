import type { Ir } from "../../ir/ir.schema.ts";
import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { listHintTypes } from "../python/list-hint-types.ts";

type Constraint = Ir["constraints"][number];
type Of<Type extends Constraint["type"]> = Extract<Constraint, { type: Type }>;

/** Finds constraints that cannot apply to the function. */
export const bogusConstraint: Check = {
  id: "bogus_constraint",
  errorType: "bogus_constraint",
  version: 1,
  title: "Constraint does not fit",
  description:
    "A constraint tells later tools what the code must look like: what is returned, how a loop goes, how positions relate. One that has nothing to hold on to in this function only misleads them.",
  examples: {
    flags: [
      {
        prompt: "Return the difference of two numbers.",
        ir: {
          parameters: { first: "int", second: "int" },
          returns: "int",
          effects: ["Return abs(first - second)."],
          constraints: [{ type: "position_constraint", elements: ["first", "second"] }],
        },
        path: "/constraints/0",
      },
      {
        prompt: "Return whether a number is even.",
        ir: {
          parameters: { n: "int" },
          returns: "bool",
          effects: ["Return n % 2 == 0."],
          constraints: [{ type: "loop_constraint" }],
        },
        path: "/constraints/0",
      },
    ],
    passes: [
      {
        prompt: "Return the first even number of a list, or None.",
        ir: {
          parameters: { numbers: "list[int]" },
          returns: "int | None",
          effects: ["Return the first even number immediately.", "Otherwise return LITERAL None."],
          constraints: [{ type: "loop_constraint", loop_variable: "number" }],
        },
      },
    ],
  },
  run: (subject: CheckSubject): Observation[] =>
    subject.ir.constraints.flatMap((constraint, index) => {
      const problem = findProblem(constraint, subject);
      return problem === null ? [] : [report(problem, index)];
    }),
};

function report(problem: string, index: number): Observation {
  const path = `/constraints/${index}`;
  return {
    severity: "error",
    path,
    message: `${problem}; remove the constraint or correct it`,
    fix: { title: "Remove the constraint", patch: [{ op: "remove", path }] },
  };
}

function findProblem(constraint: Constraint, subject: CheckSubject): string | null {
  switch (constraint.type) {
    case "position_constraint":
      return findPositionProblem(constraint, subject);
    case "loop_constraint":
      return findLoopProblem(constraint, subject);
    case "return_constraint":
      return findReturnProblem(constraint, subject);
  }
}

const SCALARS = new Set(["int", "float", "bool", "complex", "None"]);

function isScalar(hint: string | null): boolean {
  const types = listHintTypes(hint);
  return types !== null && types.size > 0 && [...types].every((type) => SCALARS.has(type));
}

function findPositionProblem(
  { elements, requirement, min_distance: least, max_distance: most }: Of<"position_constraint">,
  { ir }: CheckSubject,
): string | null {
  const { parameters, returns } = ir.signature;
  if (elements.length === 0) return "the position constraint names no elements";
  if (elements.length === 1) {
    return `the position constraint names only \`${shorten(elements[0] ?? "")}\`, and a position needs a second element to relate to`;
  }
  const scalar = parameters.find(
    ({ name, type_hint }) => elements.includes(name) && isScalar(type_hint),
  );
  if (scalar !== undefined) {
    return `\`${scalar.name}\` is of type \`${scalar.type_hint}\`, which has no positions`;
  }
  if (parameters.every(({ type_hint }) => isScalar(type_hint)) && isScalar(returns ?? null)) {
    return "the function has neither a sequence nor a text, so nothing in it has a position";
  }
  if (typeof most === "number" && least > most) {
    return `the smallest distance ${least} is more than the largest distance ${most}`;
  }
  return requirement === "MAX_DISTANCE" && typeof most !== "number"
    ? "MAX_DISTANCE needs `max_distance`"
    : null;
}

const LOOP_WORDS =
  /\b(?:each|loop\w*|iterat\w*|go(?:es)? through|range|while|until|repeat\w*|scan\w*|recursiv\w*|digits?|divisors?|factors?|primes?|for all|for every|numbers from)\b/i;

function findLoopProblem(
  { search_type: search, requirement }: Of<"loop_constraint">,
  { ir, effects }: CheckSubject,
): string | null {
  const { parameters } = ir.signature;
  const hasLoop = effects.some(({ text }) => LOOP_WORDS.test(text));
  if (!hasLoop && parameters.every(({ type_hint }) => isScalar(type_hint))) {
    return "the function goes through nothing: no parameter is a collection and no effect loops";
  }
  return search === "ALL_MATCHES" && requirement === "EARLY_RETURN"
    ? "a loop that returns early cannot find all matches"
    : null;
}

function findReturnProblem(
  { value_name: name }: Of<"return_constraint">,
  { ir, prompt }: CheckSubject,
): string | null {
  const types = listHintTypes(ir.signature.returns);
  if (types?.size === 1 && types.has("None")) return "the function returns nothing but None";
  if (name === "" || name === "result") return null;
  const texts = [
    prompt ?? "",
    ir.intent.summary,
    ...ir.effects.map(({ description }) => description),
    ...ir.signature.parameters.map((parameter) => parameter.name),
    ir.signature.name,
  ];
  const everything = texts.join(" ").toLowerCase();
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const spoken = everything.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isNamed = words
    .filter((word) => word !== "")
    .some((word) => spoken.some((other) => other.startsWith(findStem(word))));
  return isNamed || /^(?:return|output|ret|value|answer)/i.test(name)
    ? null
    : `no effect speaks of \`${shorten(name)}\`, which must be returned`;
}

/** Enough of a word to find its other forms: "differences" finds "difference". */
function findStem(word: string): string {
  return word.length > 5 ? word.slice(0, -2) : word.replace(/s$/, "");
}

const LONGEST_QUOTE = 60;

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
