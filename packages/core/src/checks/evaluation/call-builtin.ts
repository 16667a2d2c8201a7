import { compareValues } from "./compare-values.ts";
import { computeBinary } from "./compute-binary.ts";
import {
  asNumber,
  includes,
  isContainer,
  isTruthy,
  makeContainer,
  makeFloat,
  type PythonValue,
} from "./python-value.ts";

/** What a built-in function gives for some values; undefined for one that is not known here. */
export function callFunction(
  name: string,
  values: readonly PythonValue[],
): PythonValue | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  switch (name) {
    case "len":
      return listItems(first)?.length;
    case "abs":
      return negateIf(first);
    case "bool":
      return isTruthy(first);
    case "float":
      return asNumber(first) === undefined ? undefined : makeFloat(Number(asNumber(first)));
    case "list":
      return makeIfItems("list", first);
    case "tuple":
      return makeIfItems("tuple", first);
    case "sorted": {
      const items = sortItems(listItems(first));
      return items === undefined ? undefined : makeContainer("list", items);
    }
    case "min":
      return sortItems(values.length > 1 ? values : listItems(first))?.[0];
    case "max":
      return sortItems(values.length > 1 ? values : listItems(first))?.at(-1);
    case "sum":
      return values.length > 1 ? undefined : sumItems(listItems(first));
    default:
      return undefined;
  }
}

function listItems(value: PythonValue): readonly PythonValue[] | undefined {
  if (typeof value === "string") return [...value];
  return isContainer(value) ? value.items : undefined;
}

function makeIfItems(kind: "list" | "tuple", value: PythonValue): PythonValue | undefined {
  const items = listItems(value);
  return items === undefined ? undefined : makeContainer(kind, items);
}

function negateIf(value: PythonValue): PythonValue | undefined {
  const number = asNumber(value);
  if (number === undefined) return undefined;
  return typeof value === "object" ? makeFloat(Math.abs(number)) : Math.abs(number);
}

/** Undefined when two of the values have no order. */
function sortItems(items: readonly PythonValue[] | undefined): PythonValue[] | undefined {
  if (items === undefined) return undefined;
  const [first] = items;
  const hasOrder = items.every(
    (item) => first !== undefined && compareValues(first, "<", item) !== undefined,
  );
  if (!hasOrder) return items.length === 0 ? [] : undefined;
  return items.toSorted((left, right) => {
    if (compareValues(left, "<", right) === true) return -1;
    return compareValues(left, ">", right) === true ? 1 : 0;
  });
}

function sumItems(items: readonly PythonValue[] | undefined): PythonValue | undefined {
  return items?.reduce<PythonValue | undefined>(
    (total, item) => (total === undefined ? undefined : computeBinary(total, "+", item)),
    0,
  );
}

/** What a method of a text, list or dictionary gives; undefined for one that is not known here. */
export function callMethod(
  object: PythonValue,
  name: string,
  values: readonly PythonValue[],
): PythonValue | undefined {
  if (typeof object === "string") return callTextMethod(object, name, values);
  if (!isContainer(object)) return undefined;
  const [first] = values;
  if (name === "count" && first !== undefined) {
    return object.items.filter((item) => includes([item], first)).length;
  }
  if (name !== "get" || object.kind !== "dict" || first === undefined) return undefined;
  const at = object.items.findIndex((key) => includes([key], first));
  return at < 0 ? (values[1] ?? null) : object.values[at];
}

function callTextMethod(
  text: string,
  name: string,
  values: readonly PythonValue[],
): PythonValue | undefined {
  const [first] = values;
  if (values.length === 0) {
    switch (name) {
      case "lower":
        return text.toLowerCase();
      case "upper":
        return text.toUpperCase();
      case "strip":
        return text.trim();
      case "split":
        return makeContainer(
          "list",
          text.split(/\s+/).filter((word) => word !== ""),
        );
      default:
        return undefined;
    }
  }
  if (typeof first !== "string" || values.length > 1) return undefined;
  if (name === "startswith") return text.startsWith(first);
  if (name === "endswith") return text.endsWith(first);
  if (name === "count" && first !== "") return text.split(first).length - 1;
  return name === "split" && first !== "" ? makeContainer("list", text.split(first)) : undefined;
}
