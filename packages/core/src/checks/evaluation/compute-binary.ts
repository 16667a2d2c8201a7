import {
  asNumber,
  isContainer,
  makeContainer,
  makeFloat,
  type PythonValue,
} from "./python-value.ts";

const LONGEST = 10_000;

/** The result of an arithmetic operator of Python; undefined for what is not computed or raises. */
export function computeBinary(
  left: PythonValue,
  operator: string,
  right: PythonValue,
): PythonValue | undefined {
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a !== undefined && b !== undefined) {
    const isFloat = operator === "/" || typeof left === "object" || typeof right === "object";
    return computeNumbers(a, operator, b, isFloat);
  }
  if (operator === "*") return repeat(left, b) ?? repeat(right, a);
  return operator === "+" ? concatenate(left, right) : undefined;
}

function computeNumbers(a: number, operator: string, b: number, isFloat: boolean) {
  const value = compute(a, operator, b);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  if (isFloat) return makeFloat(value);
  return Number.isSafeInteger(value) ? value : undefined;
}

function compute(a: number, operator: string, b: number): number | undefined {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? undefined : a / b;
    case "//":
      return b === 0 ? undefined : Math.floor(a / b);
    case "%":
      // Python's remainder has the sign of the divisor.
      return b === 0 ? undefined : a - b * Math.floor(a / b);
    case "**":
      return b >= 0 ? a ** b : undefined;
    default:
      return undefined;
  }
}

function repeat(value: PythonValue, times: number | undefined): PythonValue | undefined {
  if (times === undefined || !Number.isSafeInteger(times)) return undefined;
  const count = Math.max(0, times);
  if (typeof value === "string") {
    return value.length * count > LONGEST ? undefined : value.repeat(count);
  }
  if (!isContainer(value) || (value.kind !== "list" && value.kind !== "tuple")) return undefined;
  if (value.items.length * count > LONGEST) return undefined;
  const items = Array.from({ length: count }, () => value.items).flat();
  return makeContainer(value.kind, items);
}

function concatenate(left: PythonValue, right: PythonValue): PythonValue | undefined {
  if (typeof left === "string" && typeof right === "string") {
    return left.length + right.length > LONGEST ? undefined : left + right;
  }
  if (!isContainer(left) || !isContainer(right) || left.kind !== right.kind) return undefined;
  if (left.kind !== "list" && left.kind !== "tuple") return undefined;
  return makeContainer(left.kind, [...left.items, ...right.items]);
}
