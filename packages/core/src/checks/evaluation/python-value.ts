/** A value of Python: an int is a number, a float is boxed, so that 1 and 1.0 can be told apart. */
export type PythonValue = null | boolean | number | string | PythonFloat | PythonContainer;

export interface PythonFloat {
  kind: "float";
  value: number;
}

export interface PythonContainer {
  kind: "list" | "tuple" | "set" | "dict";
  /** The keys of a dict. */
  items: readonly PythonValue[];
  /** The values of a dict, in the order of its keys; empty for others. */
  values: readonly PythonValue[];
}

export function makeFloat(value: number): PythonFloat {
  return { kind: "float", value };
}

export function makeContainer(
  kind: PythonContainer["kind"],
  items: readonly PythonValue[],
  values: readonly PythonValue[] = [],
): PythonContainer {
  return { kind, items, values };
}

/** The number that a value counts as, booleans included; undefined for others. */
export function asNumber(value: PythonValue): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  return typeof value === "object" && value?.kind === "float" ? value.value : undefined;
}

export function isContainer(value: PythonValue): value is PythonContainer {
  return typeof value === "object" && value !== null && value.kind !== "float";
}

export function isTruthy(value: PythonValue): boolean {
  if (isContainer(value)) return value.items.length > 0;
  const number = asNumber(value);
  return number === undefined ? value !== null && value !== "" : number !== 0;
}

/** Python's `==`. */
export function equals(left: PythonValue, right: PythonValue): boolean {
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a !== undefined || b !== undefined) return a === b;
  if (!isContainer(left) || !isContainer(right)) return left === right;
  if (left.kind !== right.kind || left.items.length !== right.items.length) return false;
  if (left.kind === "set") return left.items.every((item) => includes(right.items, item));
  if (left.kind === "dict") return isSameDict(left, right);
  return left.items.every((item, at) => equals(item, right.items[at] ?? null));
}

function isSameDict(left: PythonContainer, right: PythonContainer): boolean {
  return left.items.every((key, at) => {
    const place = right.items.findIndex((other) => equals(other, key));
    return place >= 0 && equals(left.values[at] ?? null, right.values[place] ?? null);
  });
}

export function includes(items: readonly PythonValue[], wanted: PythonValue): boolean {
  return items.some((item) => equals(item, wanted));
}

/** The value as Python writes it. */
export function writeValue(value: PythonValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return writeText(value);
  if (typeof value === "number") return String(value);
  if (value.kind === "float")
    return Number.isInteger(value.value) ? `${value.value}.0` : String(value.value);
  const items = value.items.map((item, at) => {
    const key = writeValue(item);
    return value.kind === "dict" ? `${key}: ${writeValue(value.values[at] ?? null)}` : key;
  });
  const inner = items.join(", ");
  if (value.kind === "list") return `[${inner}]`;
  if (value.kind === "tuple") return items.length === 1 ? `(${inner},)` : `(${inner})`;
  return value.kind === "set" && items.length === 0 ? "set()" : `{${inner}}`;
}

function writeText(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", String.raw`\n`)
    .replaceAll("\t", String.raw`\t`);
  return escaped.includes("'") && !escaped.includes('"')
    ? `"${escaped}"`
    : `'${escaped.replaceAll("'", "\\'")}'`;
}
