import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import { type PlacedBranch, placeBranches } from "../../effects/place-branches.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import { writeExpression } from "../../python/write-expression.ts";

interface TypeTest {
  branch: PlacedBranch;
  subject: string;
  types: string[];
}

/** A test for `bool` behind one for `int`, which every bool passes. */
export function findSwallowedTypes({ ir, effects }: CheckSubject): Observation[] {
  const tests = placeBranches(effects).flatMap(readTypeTest);
  return tests.flatMap((later, at): Observation[] => {
    const earlier = tests
      .slice(0, at)
      .find((test) => test.subject === later.subject && isSwallowed(test, later));
    if (earlier === undefined) return [];
    const [first, second] = [earlier.branch.effectIndex, later.branch.effectIndex];
    const [moved, kept] = [ir.effects[second], ir.effects[first]];
    const path = `/effects/${first}/description`;
    return [
      {
        severity: "error",
        path,
        message: `\`isinstance(${earlier.subject}, ${earlier.types.join(", ")})\` is tested before \`${later.types.join(", ")}\`, which is never reached, because \`isinstance(True, int)\` is true; swap the two`,
        ...(moved === undefined || kept === undefined || first + 1 !== second
          ? {}
          : {
              fix: {
                title: `Test ${later.types.join(", ")} first`,
                patch: [
                  { op: "replace", path: `/effects/${first}`, value: moved },
                  { op: "replace", path: `/effects/${second}`, value: kept },
                ],
              },
            }),
      },
    ];
  });
}

function readTypeTest(branch: PlacedBranch): TypeTest[] {
  const test = branch.condition?.expression;
  if (test?.kind !== "call" || test.callee.kind !== "name" || branch.result === null) return [];
  const [value, types] = test.positional;
  if (test.callee.name !== "isinstance" || value === undefined || types === undefined) return [];
  return [{ branch, subject: writeExpression(value), types: listNames(types) }];
}

function listNames(types: PythonExpression): string[] {
  if (types.kind === "name") return [types.name];
  return types.kind === "tuple" ? types.elements.flatMap(listNames) : [];
}

function isSwallowed(earlier: TypeTest, later: TypeTest): boolean {
  if (later.types.length === 0 || isSameResult(earlier, later)) return false;
  // The same condition twice is a contradiction, whatever the order.
  if (earlier.types.join() === later.types.join()) return false;
  return later.types.every(
    (type) => earlier.types.includes(type) || (type === "bool" && earlier.types.includes("int")),
  );
}

function isSameResult({ branch: left }: TypeTest, { branch: right }: TypeTest): boolean {
  const [a, b] = [left.result?.expression, right.result?.expression];
  return a != null && b != null && writeExpression(a) === writeExpression(b);
}
