import type { PythonExpression } from "../python/python-expression.ts";
import { writeExpression } from "../python/write-expression.ts";
import { OTHER, type World } from "./list-worlds.ts";
import { readAtom } from "./read-atom.ts";

/** Whether a condition holds in a world that was listed for it. */
export function holdsIn(world: World, test: PythonExpression): boolean {
  if (test.kind === "boolean") {
    return test.operator === "and"
      ? test.operands.every((operand) => holdsIn(world, operand))
      : test.operands.some((operand) => holdsIn(world, operand));
  }
  if (test.kind === "unary" && test.operator === "not") return !holdsIn(world, test.operand);
  const atom = readAtom(test);
  if (atom === null) return world.get(writeExpression(test)) === true;
  const value = world.get(atom.subject);
  return atom.holds(value === undefined ? OTHER : value);
}
