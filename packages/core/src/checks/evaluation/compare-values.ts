import { asNumber, equals, includes, isContainer, type PythonValue } from "./python-value.ts";

/** The result of a comparison operator of Python; undefined when it depends on more, or raises. */
export function compareValues(
  left: PythonValue,
  operator: string,
  right: PythonValue,
): boolean | undefined {
  switch (operator) {
    case "==":
      return equals(left, right);
    case "!=":
      return !equals(left, right);
    case "is":
      return isSame(left, right);
    case "is not": {
      const same = isSame(left, right);
      return same === undefined ? undefined : !same;
    }
    case "in":
      return isIn(left, right);
    case "not in": {
      const found = isIn(left, right);
      return found === undefined ? undefined : !found;
    }
    default:
      return order(left, operator, right);
  }
}

/** Identity is certain only where None, True or False is on one side. */
function isSame(left: PythonValue, right: PythonValue): boolean | undefined {
  const isSingle = [left, right].some((value) => value === null || typeof value === "boolean");
  return isSingle ? left === right : undefined;
}

function isIn(item: PythonValue, container: PythonValue): boolean | undefined {
  if (typeof container === "string") {
    return typeof item === "string" ? container.includes(item) : undefined;
  }
  return isContainer(container) ? includes(container.items, item) : undefined;
}

function order(left: PythonValue, operator: string, right: PythonValue): boolean | undefined {
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a !== undefined && b !== undefined) return isOrdered(a - b, operator);
  if (typeof left !== "string" || typeof right !== "string") return undefined;
  return isOrdered(left < right ? -1 : Number(left > right), operator);
}

function isOrdered(difference: number, operator: string): boolean {
  if (operator === "<") return difference < 0;
  if (operator === "<=") return difference <= 0;
  return operator === ">" ? difference > 0 : difference >= 0;
}
