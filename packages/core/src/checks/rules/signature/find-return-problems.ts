import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import { type PlacedBranch, placeBranches } from "../../effects/place-branches.ts";
import { fitsTypes } from "../../python/fits-types.ts";
import { listHintTypes } from "../../python/list-hint-types.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import { readValueType } from "../../python/read-value-type.ts";
import { parseTypeHint } from "../../python/parse-type-hint.ts";

const PATH = "/signature/returns";

/** Values that effects return and that the return type does not allow. */
export function findReturnProblems(subject: CheckSubject): Observation[] {
  const { ir, effects } = subject;
  const { returns } = ir.signature;
  const returned = placeBranches(effects).flatMap((branch) => readReturned(branch, subject));
  if (returns === null || returns === undefined) return reportMissing(returned);
  const types = listHintTypes(returns);
  const [misfit] = returned.filter(({ type }) => !fitsTypes(type, types));
  if (misfit === undefined) return [];
  const widened = widen(returns, [...new Set(returned.map(({ type }) => type))]);
  return [
    {
      severity: "error",
      path: PATH,
      message: `effect ${misfit.branch.effectIndex + 1} returns \`${misfit.text}\`, but the return type is \`${returns}\`; widen the type or correct the effect`,
      ...(widened === null
        ? {}
        : {
            fix: {
              title: `Write the return type as \`${widened}\``,
              patch: [{ op: "replace" as const, path: PATH, value: widened }],
            },
          }),
    },
  ];
}

/** Whether every value that effects return has a type that the hint allows. */
export function fitsReturned(subject: CheckSubject, hint: string): boolean {
  const types = listHintTypes(hint);
  const returned = placeBranches(subject.effects).flatMap((branch) =>
    readReturned(branch, subject),
  );
  return returned.every(({ type }) => fitsTypes(type, types));
}

interface Returned {
  branch: PlacedBranch;
  type: string;
  text: string;
}

function readReturned(branch: PlacedBranch, subject: CheckSubject): Returned[] {
  const expression = branch.result?.expression ?? null;
  if (expression === null || branch.condition?.isInLoop === true) return [];
  const type = readType(expression, subject);
  const text = subject.effects[branch.effectIndex]?.text.slice(expression.start, expression.end);
  return type === null || text === undefined ? [] : [{ branch, type, text }];
}

/** The type of a value, or of a parameter that has exactly one type and is returned as it is. */
function readType(expression: PythonExpression, { ir }: CheckSubject): string | null {
  if (expression.kind !== "name") return readValueType(expression);
  const parameter = ir.signature.parameters.find(({ name }) => name === expression.name);
  const types = listHintTypes(parameter?.type_hint);
  const [only] = types ?? [];
  return types?.size === 1 && only !== undefined ? only : null;
}

function reportMissing(returned: readonly Returned[]): Observation[] {
  const some = returned.find(({ type }) => type !== "None");
  if (some === undefined) return [];
  return [
    {
      severity: "warning",
      path: PATH,
      message: `effect ${some.branch.effectIndex + 1} returns \`${some.text}\`, but the signature has no return type; add it`,
    },
  ];
}

/** Only None may be added: any other type that does not fit may as well be a wrong effect. */
function widen(returns: string, types: readonly string[]): string | null {
  const widened = `${returns} | None`;
  const isSure = parseTypeHint(returns).ok && !/["']/.test(returns);
  const fitting = listHintTypes(widened);
  return isSure && types.every((type) => fitsTypes(type, fitting)) ? widened : null;
}
