import type { CallResult } from "@foundry/core/evidence/evidence.schema";

const SINGLETON = /^(True|False|None)$/;
const NUMBER = /^-?\d[\d_]*(\.\d+)?(e[+-]?\d+)?$/i;
/** Text that cannot be read back as Python, such as `<object at 0x…>`. */
const OPAQUE = /^<|<[\w.]+ object|\.\.\.$|…/;

/**
 * A predicate that fixes what the reference gives for one input, or null when the result cannot be
 * written down. `True` equals `1` in Python, so numbers are told apart by their type.
 */
export function writeAssertion(
  parameters: string[],
  values: string[],
  result: CallResult,
): string | null {
  if (result.kind !== "returned" || OPAQUE.test(result.repr)) return null;
  const fact = writeEquality("result", result.repr);
  const conditions = values.map((value, index) => writeEquality(parameters[index] ?? "", value));
  if (conditions.length === 0) return fact;
  return `not (${conditions.join(" and ")}) or ${fact}`;
}

function writeEquality(name: string, value: string): string {
  if (SINGLETON.test(value)) return `${name} is ${value}`;
  if (value === "nan" || value === "float('nan')") return `${name} != ${name}`;
  const written = /^-?inf$/.test(value) ? `float('${value}')` : value;
  if (NUMBER.test(value)) {
    const type = /[.e]/i.test(value) ? "float" : "int";
    return `type(${name}) is ${type} and ${name} == ${written}`;
  }
  return `${name} == ${written}`;
}
