import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import { fitsTypes } from "../../python/fits-types.ts";
import { listChildren } from "../../python/list-children.ts";
import { listHintTypes } from "../../python/list-hint-types.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import { readValueType } from "../../python/read-value-type.ts";

interface Use {
  node: PythonExpression;
  /** The text that `node` is a part of. */
  source: string;
  /** One of these types is needed. */
  types: readonly string[];
}

const SIZED = "str list tuple dict set frozenset bytes bytearray range".split(" ");
const INDEXED = "str list tuple dict bytes bytearray range".split(" ");
const METHODS: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    "lower upper strip split startswith endswith isdigit isalpha isspace casefold title capitalize swapcase splitlines"
      .split(" ")
      .map((name) => [name, ["str", "bytes", "bytearray"]]),
  ),
  ...Object.fromEntries(
    "append extend sort".split(" ").map((name) => [name, ["list", "bytearray"]]),
  ),
  ...Object.fromEntries("keys values items get".split(" ").map((name) => [name, ["dict"]])),
};

/** Parameters that effects or predicates use as something that their type is not. */
export function findParameterProblems(subject: CheckSubject): Observation[] {
  const { ir } = subject;
  const uses = collectUses(subject);
  return ir.signature.parameters.flatMap(({ name, type_hint: hint }, index): Observation[] => {
    const types = listHintTypes(hint);
    if (types === null) return [];
    const misfit = uses.get(name)?.find((use) => !use.types.some((type) => fitsTypes(type, types)));
    if (misfit === undefined) return [];
    return [
      {
        severity: misfit.types.includes("None") ? "warning" : "error",
        path: `/signature/parameters/${index}/type_hint`,
        message: `\`${misfit.source.slice(misfit.node.start, misfit.node.end)}\` needs \`${name}\` to be ${describe(misfit.types)}, but its type is \`${hint}\`; correct the type or the use`,
      },
    ];
  });
}

/** Whether a parameter could have a type: all uses allow it, and None only if one speaks of it. */
export function fitsUses(subject: CheckSubject, name: string, hint: string): boolean {
  const types = listHintTypes(hint);
  const uses = collectUses(subject).get(name) ?? [];
  if (types === null) return true;
  if (types.has("None") && !uses.some((use) => use.types.includes("None"))) return false;
  return uses.every((use) => use.types.some((type) => fitsTypes(type, types)));
}

function describe(types: readonly string[]): string {
  const [first = ""] = types;
  if (types.length > 3) return "a text or a collection";
  return types.length === 1 ? `\`${first}\`` : types.map((type) => `\`${type}\``).join(" or ");
}

/** By name of the parameter. */
function collectUses(subject: CheckSubject): Map<string, Use[]> {
  const uses = new Map<string, Use[]>(
    subject.ir.signature.parameters.map(({ name }) => [name, []]),
  );
  subject.ir.assertions.forEach(({ predicate }, index) => {
    const parsed = subject.predicate(index);
    if (parsed.ok) collect(parsed.expression, predicate, new Set(), uses);
  });
  const introduced = subject.effects.flatMap((effect) => effect.introduced);
  // A name that an effect gives anew may change its type.
  const changed = new Set(introduced.map(({ name }) => name));
  for (const { code, text } of subject.effects) {
    for (const expression of code) collect(expression, text, changed, uses);
  }
  return uses;
}

function collect(
  node: PythonExpression,
  source: string,
  hidden: ReadonlySet<string>,
  uses: Map<string, Use[]>,
): void {
  if (node.kind === "name" || node.kind === "number" || node.kind === "constant") return;
  if (node.kind === "subscript" || node.kind === "call" || node.kind === "comparison") {
    const add = (target: PythonExpression | undefined, types: readonly string[]) => {
      if (target?.kind !== "name" || hidden.has(target.name)) return;
      uses.get(target.name)?.push({ node, source, types });
    };
    if (node.kind === "subscript") add(node.object, INDEXED);
    else if (node.kind === "call") addCall(node, add);
    else addComparison(node, add);
  }
  const inside = bind(node, hidden);
  for (const child of listChildren(node)) collect(child, source, inside, uses);
}

type Add = (target: PythonExpression | undefined, types: readonly string[]) => void;

function addCall(
  { callee, positional }: Extract<PythonExpression, { kind: "call" }>,
  add: Add,
): void {
  if (callee.kind === "name" && callee.name === "len") add(positional[0], SIZED);
  if (callee.kind !== "attribute") return;
  const types = Object.hasOwn(METHODS, callee.name) ? METHODS[callee.name] : undefined;
  if (types !== undefined) add(callee.object, types);
}

/** Order needs a common type; equality with another type is never true, so it is a slip as well. */
function addComparison(
  { operands, operators }: Extract<PythonExpression, { kind: "comparison" }>,
  add: Add,
): void {
  operators.forEach((operator, at) => {
    const left = operands[at];
    const right = operands[at + 1];
    if (operator === "in" || operator === "not in" || left === undefined || right === undefined)
      return;
    addCompared(left, right, add);
    addCompared(right, left, add);
  });
}

const NUMBERS = ["int", "float", "bool"];

function addCompared(name: PythonExpression, value: PythonExpression, add: Add): void {
  if (name.kind !== "name") return;
  const type = readValueType(value);
  if (type === null || type === "bool") return;
  add(name, type === "int" || type === "float" ? NUMBERS : [type]);
}

function bind(node: PythonExpression, hidden: ReadonlySet<string>): ReadonlySet<string> {
  if (node.kind === "comprehension") return new Set([...hidden, ...node.targets]);
  return node.kind === "lambda" ? new Set([...hidden, ...node.parameters]) : hidden;
}
