import type { ReadEffect } from "../../effects/read-effect.ts";
import { listChildren } from "../../python/list-children.ts";
import type { UsedName } from "../../python/list-free-names.ts";
import type { PythonExpression } from "../../python/python-expression.ts";

/**
 * The names that the Python of an effect needs to have a value: what is indexed, passed, compared
 * or computed with. What is called is left out: a helper is described, not introduced.
 */
export function listCodeNames({ code }: ReadEffect): UsedName[] {
  const names: UsedName[] = [];
  for (const expression of code) {
    // A bare identifier like `max_value` is often how a value is described.
    if (expression.kind === "name") continue;
    collect(expression, new Set(), names);
  }
  return names;
}

/** English beside an operator: "let x be -y". */
const WORDS = new Set("be is are was by of to with than then as at from on a an the so".split(" "));

/** One letter is an index or a number that every reader understands. */
function mayBeName(name: string): boolean {
  return name.length > 1 && /^[a-z_]/.test(name) && !WORDS.has(name);
}

function collect(node: PythonExpression, bound: ReadonlySet<string>, names: UsedName[]): void {
  if (node.kind === "name") {
    const { name, start, end } = node;
    if (!bound.has(name) && mayBeName(name)) names.push({ name, start, end });
    return;
  }
  let inside = bound;
  if (node.kind === "comprehension") inside = new Set([...bound, ...node.targets]);
  if (node.kind === "lambda") inside = new Set([...bound, ...node.parameters]);
  for (const child of listChildren(node)) {
    const isCallee = node.kind === "call" && child === node.callee;
    if (isCallee && child.kind === "name") continue;
    collect(child, inside, names);
  }
}
