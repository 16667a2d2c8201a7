import { parseTypeHint } from "./parse-type-hint.ts";
import type { TypeHint } from "./type-hint.ts";
import { readValueType } from "./read-value-type.ts";

/** What other types a value of an abstract type may have. */
const CONCRETE: Record<string, readonly string[]> = {
  Sequence: ["list", "tuple", "str", "range", "bytes"],
  MutableSequence: ["list"],
  Iterable: ["list", "tuple", "set", "dict", "str", "range", "bytes", "frozenset", "Iterator"],
  Collection: ["list", "tuple", "set", "dict", "str", "range", "bytes", "frozenset"],
  Mapping: ["dict"],
  MutableMapping: ["dict"],
  AbstractSet: ["set", "frozenset"],
  Number: ["int", "float", "complex", "bool"],
  Real: ["int", "float", "bool"],
  Integral: ["int", "bool"],
};

const MAX_REMEMBERED = 500;
const remembered = new Map<string, ReadonlySet<string> | null>();

const BUILTIN = new Set(
  "int float complex bool str bytes bytearray list tuple dict set frozenset range".split(" "),
);

/**
 * The names of the built-in types that a value of a type hint may have, with `None` among them; null
 * when it may be anything, when a name is unknown, or when the hint is missing or no hint at all.
 */
export function listHintTypes(source: string | null | undefined): ReadonlySet<string> | null {
  if (source === null || source === undefined) return null;
  const known = remembered.get(source);
  if (known !== undefined) return known;
  const parsed = parseTypeHint(source);
  const types = parsed.ok ? listTypes(parsed.hint) : null;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  if (source.length <= MAX_REMEMBERED) remembered.set(source, types);
  return types;
}

function listTypes(hint: TypeHint): ReadonlySet<string> | null {
  switch (hint.kind) {
    case "none":
      return new Set(["None"]);
    case "name":
      if (BUILTIN.has(hint.name)) return new Set([hint.name]);
      return Object.hasOwn(CONCRETE, hint.name) ? new Set(CONCRETE[hint.name]) : null;
    case "union":
      return joinTypes(hint.members.map(listTypes));
    case "literal":
      return joinTypes(hint.values.map(readTypes));
    default:
      return null;
  }
}

function readTypes(value: Parameters<typeof readValueType>[0]): ReadonlySet<string> | null {
  const type = readValueType(value);
  return type === null ? null : new Set([type]);
}

function joinTypes(all: readonly (ReadonlySet<string> | null)[]): ReadonlySet<string> | null {
  const types = new Set<string>();
  for (const part of all) {
    if (part === null) return null;
    for (const type of part) types.add(type);
  }
  return types;
}
