import { listChildren } from "./list-children.ts";
import type { PythonExpression, Span } from "./python-expression.ts";

export interface UsedName extends Span {
  name: string;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The names that an expression uses and does not bind itself, in the order of the source. */
export function listFreeNames(expression: PythonExpression): UsedName[] {
  const names: UsedName[] = [];
  const assigned: string[] = [];
  collect(expression, NOTHING, names, assigned);
  const free = assigned.length === 0 ? names : names.filter(({ name }) => !assigned.includes(name));
  const isInOrder = free.every(({ start }, at) => at === 0 || (free[at - 1]?.start ?? 0) <= start);
  return isInOrder ? free : free.toSorted((left, right) => left.start - right.start);
}

/** @param assigned gets the names of `:=`, which are bound from there on in the whole expression */
function collect(
  expression: PythonExpression,
  bound: ReadonlySet<string>,
  names: UsedName[],
  assigned: string[],
): void {
  if (expression.kind === "name") {
    const { name, start, end } = expression;
    if (!bound.has(name)) names.push({ name, start, end });
    return;
  }
  if (expression.kind === "named") assigned.push(expression.name);
  const inside = bindNames(expression, bound);
  for (const child of listChildren(expression)) collect(child, inside, names, assigned);
}

function bindNames(expression: PythonExpression, bound: ReadonlySet<string>): ReadonlySet<string> {
  if (expression.kind === "comprehension") return new Set([...bound, ...expression.targets]);
  if (expression.kind === "lambda") return new Set([...bound, ...expression.parameters]);
  return bound;
}
