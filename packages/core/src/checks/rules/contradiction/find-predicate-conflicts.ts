import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import { type Environment, evaluate } from "../../evaluation/evaluate.ts";
import { isTruthy, type PythonValue, writeValue } from "../../evaluation/python-value.ts";
import { placeBranches } from "../../effects/place-branches.ts";
import { fitsTypes } from "../../python/fits-types.ts";
import { listHintTypes } from "../../python/list-hint-types.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import { readValueType } from "../../python/read-value-type.ts";
import { usesName } from "../../python/uses-name.ts";
import { type PredicateCase, readCase } from "./read-case.ts";
import { type EffectOutcome, runEffects } from "./run-effects.ts";

interface Assertion {
  index: number;
  expression: PythonExpression;
  case: PredicateCase | null;
  outcome: EffectOutcome | null;
}

/** Every pair is compared, so there must not be many. */
const MAX_ASSERTIONS = 40;

/** Predicates that the effects, or another predicate, make impossible for some input. */
export function findPredicateConflicts(subject: CheckSubject): Observation[] {
  const assertions = readAssertions(subject);
  const found = new Map<number, Observation>();
  const report = (index: number, message: string) => {
    if (found.has(index)) return;
    found.set(index, { severity: "error", path: `/assertions/${index}/predicate`, message });
  };
  for (const assertion of assertions) compareWithEffects(assertion, assertions, report);
  for (const assertion of assertions) {
    const { index } = assertion;
    const other = found.has(index) ? null : findOpposite(assertion, assertions, found);
    if (other !== null) report(Math.max(index, other), describePair(assertion, other));
  }
  for (const assertion of assertions) {
    const message = found.has(assertion.index)
      ? null
      : (findTypeConflict(assertion, subject) ?? findTypeTest(assertion, subject));
    if (message !== null) report(assertion.index, message);
  }
  return [...found.values()];
}

function readAssertions(subject: CheckSubject): Assertion[] {
  const parameters = new Map(
    subject.ir.signature.parameters.map(({ name, type_hint }) => [name, type_hint]),
  );
  const typesOf = (name: string) => listHintTypes(parameters.get(name));
  return subject.ir.assertions.slice(0, MAX_ASSERTIONS).flatMap((_, index) => {
    const parsed = subject.predicate(index);
    if (!parsed.ok) return [];
    const { expression } = parsed;
    const read = readCase(expression, typesOf);
    const outcome = read === null ? null : runEffects(subject.effects, read.inputs);
    return [{ index, expression, case: read, outcome }];
  });
}

function compareWithEffects(
  { case: own, outcome }: Assertion,
  assertions: readonly Assertion[],
  report: (index: number, message: string) => void,
): void {
  if (own === null || outcome === null) return;
  const known = new Map(own.inputs).set("result", outcome.value);
  for (const { index, expression } of assertions) {
    if (!isFalse(expression, known)) continue;
    const effect = outcome.effectIndex + 1;
    const value = writeValue(outcome.value);
    report(
      index,
      `for ${describeInputs(own.inputs)} effect ${effect} returns \`${value}\`, which this predicate forbids; correct one of the two`,
    );
  }
}

function isFalse(expression: PythonExpression, known: Environment): boolean {
  const value = evaluate(expression, known);
  return value !== undefined && !isTruthy(value);
}

/** The index of another predicate that fails when this one holds for its case. */
function findOpposite(
  { index, case: own, outcome }: Assertion,
  assertions: readonly Assertion[],
  found: ReadonlyMap<number, Observation>,
): number | null {
  const demanded = own?.demanded;
  // `result == 1` is true of 1.0 as well, so a test of the type says nothing against it.
  if (own === null || demanded === undefined || outcome !== null) return null;
  const known = new Map(own.inputs).set("result", demanded);
  const other = assertions.find(
    (candidate) =>
      candidate.index !== index &&
      !found.has(candidate.index) &&
      isFalse(candidate.expression, known) &&
      !testsType(candidate.expression),
  );
  return other?.index ?? null;
}

function testsType(expression: PythonExpression): boolean {
  return usesName(expression, "isinstance") || usesName(expression, "type");
}

function describePair({ index, case: own }: Assertion, other: number): string {
  const inputs = own === null ? "" : describeInputs(own.inputs);
  const partner = Math.min(index, other) + 1;
  return `for ${inputs} this predicate and predicate ${partner} cannot both be true; correct one of the two`;
}

/** Where an effect returns such a value too, the return type is wrong and not the predicate. */
function findTypeConflict({ case: own }: Assertion, { ir, effects }: CheckSubject): string | null {
  const demanded = own?.demanded;
  const { returns } = ir.signature;
  if (own === null || demanded === undefined || returns === null || returns === undefined)
    return null;
  const type = nameType(demanded);
  if (fitsTypes(type, listHintTypes(returns))) return null;
  const isReturned = placeBranches(effects).some(
    ({ result }) => result?.expression != null && readValueType(result.expression) === type,
  );
  if (isReturned) return null;
  return `for ${describeInputs(own.inputs)} this predicate demands \`${writeValue(demanded)}\`, but the return type is \`${returns}\`; correct one of the two`;
}

/** `isinstance(result, int)` of a function that returns texts. */
function findTypeTest({ expression }: Assertion, { ir }: CheckSubject): string | null {
  if (expression.kind !== "call" || expression.callee.kind !== "name") return null;
  const [value, type] = expression.positional;
  if (expression.callee.name !== "isinstance" || value?.kind !== "name") return null;
  const returned = listHintTypes(ir.signature.returns);
  if (value.name !== "result" || type?.kind !== "name" || returned === null) return null;
  if (!TESTED.has(type.name) || [...returned].some((one) => fitsTypes(one, new Set([type.name])))) {
    return null;
  }
  return `this predicate demands a \`${type.name}\`, but the return type is \`${ir.signature.returns}\`; correct one of the two`;
}

const TESTED = new Set("int float str bool list dict tuple set bytes".split(" "));

/** Null for numbers: `result == 1` is true of a float too. */
function nameType(value: PythonValue): string | null {
  if (value === null) return "None";
  if (typeof value === "string") return "str";
  return typeof value === "object" && value.kind !== "float" ? value.kind : null;
}

function describeInputs(inputs: Environment): string {
  return [...inputs]
    .map(([name, value]) => `\`${name} = ${shorten(writeValue(value))}\``)
    .join(" and ");
}

const LONGEST_QUOTE = 40;

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
