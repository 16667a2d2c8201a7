import type { CheckSubject } from "../../check-subject.ts";
import type { ReadEffect } from "../../effects/read-effect.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import { listHintKinds } from "../list-hint-kinds.ts";
import type { Speech } from "../read-speech.ts";

/** A parameter with the types that its hint allows. */
export interface EdgeParameter {
  name: string;
  kinds: readonly string[];
  /** In lower case. */
  description: string;
}

/** What the rules about edge cases look at. */
export interface EdgeSubject {
  subject: CheckSubject;
  /** In lower case; empty without a prompt. */
  prompt: string;
  speech: Speech;
  parameters: readonly EdgeParameter[];
  /** As many as one function can have. */
  effects: readonly ReadEffect[];
  /** Predicates that parse. */
  predicates: readonly PythonExpression[];
}

/** Bounds of the work on an IR that is far longer than any for one function. */
const MAX_EFFECTS = 200;
const MAX_PREDICATES = 200;
const MAX_PARAMETERS = 50;

const CONTAINERS = new Set(
  "str bytes list dict set frozenset tuple Sequence Iterable Collection Mapping deque".split(" "),
);

/** Reads what the rules about edge cases need once. */
export function readEdgeSubject(subject: CheckSubject, speech: Speech): EdgeSubject {
  const { ir, prompt } = subject;
  const parsed = ir.assertions.slice(0, MAX_PREDICATES).map((_, index) => subject.predicate(index));
  return {
    subject,
    prompt: (prompt ?? "").slice(0, 20_000).toLowerCase(),
    speech,
    effects: subject.effects.slice(0, MAX_EFFECTS),
    parameters: ir.signature.parameters
      .slice(0, MAX_PARAMETERS)
      .map(({ name, type_hint: hint, description }) => ({
        name,
        kinds: listHintKinds(hint),
        description: (description ?? "").toLowerCase(),
      })),
    predicates: parsed.flatMap((predicate) => (predicate.ok ? [predicate.expression] : [])),
  };
}

/** Whether a parameter can be empty. */
export function isContainer({ kinds }: EdgeParameter): boolean {
  return kinds.some((kind) => CONTAINERS.has(kind));
}

/** Whether a parameter is a number and nothing else but None. */
export function isNumeric({ kinds }: EdgeParameter): boolean {
  const others = kinds.filter((kind) => kind !== "None");
  return others.length > 0 && others.every((kind) => kind === "int" || kind === "float");
}
