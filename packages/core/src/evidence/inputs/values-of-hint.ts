import { parseExpression } from "../../checks/python/parse-expression.ts";
import type { PythonExpression } from "../../checks/python/python-expression.ts";
import {
  listDicts,
  listLists,
  listSets,
  listTuples,
  listTuplesOfAnyLength,
} from "./container-values.ts";
import type { InputMaterial } from "./input-material.ts";
import { listPlainValues } from "./plain-values.ts";

const MAX_NESTING = 4;

const LISTS = new Set(
  "list List Sequence MutableSequence Iterable Collection Reversible".split(" "),
);
const ITERATORS = new Set("Iterator Generator".split(" "));
const SETS = new Set("set Set MutableSet AbstractSet".split(" "));
const DICTS = new Set("dict Dict Mapping MutableMapping DefaultDict OrderedDict".split(" "));
/** Types that say nothing about values beyond their first argument. */
const WRAPPERS = new Set("Annotated Final Required NotRequired ReadOnly ClassVar".split(" "));

/**
 * Python expressions for a type hint, plain ones first, distinct. A hint that does not parse or is
 * not known takes anything.
 */
export function listValuesOfHint(hint: string, material: InputMaterial): string[] {
  const parsed = parseExpression(hint);
  const values = parsed.ok
    ? listValues(parsed.expression, { source: hint, material, nesting: 0 })
    : listPlainValues("Any", material);
  return [...new Set(values)];
}

interface Place {
  source: string;
  material: InputMaterial;
  nesting: number;
}

function listValues(hint: PythonExpression, place: Place): string[] {
  if (place.nesting > MAX_NESTING) return ["None"];
  switch (hint.kind) {
    case "constant":
      return listPlainValues(hint.value === null ? "None" : "Any", place.material);
    case "string":
      return listValuesOfHint(hint.value, place.material);
    case "binary":
      return hint.operator === "|"
        ? interleave([listValues(hint.left, place), listValues(hint.right, place)])
        : listPlainValues("Any", place.material);
    case "subscript":
      return listGenericValues(readName(hint.object), flatten(hint.indices), place);
    default:
      return listGenericValues(readName(hint), [], place);
  }
}

/** `List` of `typing.List`. */
function readName(expression: PythonExpression): string {
  return expression.kind === "name" || expression.kind === "attribute" ? expression.name : "Any";
}

/** The parser may give `dict[str, int]` as two indices or as one tuple. */
function flatten(indices: PythonExpression[]): PythonExpression[] {
  const [only] = indices;
  return indices.length === 1 && only?.kind === "tuple" ? only.elements : indices;
}

function listGenericValues(name: string, items: PythonExpression[], place: Place): string[] {
  const inner = { ...place, nesting: place.nesting + 1 };
  const [first, second] = items;
  const valuesOf = (item: PythonExpression | undefined) =>
    item === undefined ? listPlainValues("Any") : listValues(item, inner);
  const { lengths } = place.material;
  if (name === "Optional") return ["None", ...valuesOf(first)];
  if (name === "Union") return interleave(items.map((item) => listValues(item, place)));
  if (name === "Literal") return items.map(({ start, end }) => place.source.slice(start, end));
  if (WRAPPERS.has(name)) return valuesOf(first);
  if (LISTS.has(name)) return listLists(valuesOf(first), lengths);
  if (ITERATORS.has(name)) return listLists(valuesOf(first), []).map((list) => `iter(${list})`);
  if (SETS.has(name)) return listSets(valuesOf(first), (row) => (row ? `{${row}}` : "set()"));
  if (name === "frozenset" || name === "FrozenSet") {
    return listSets(valuesOf(first), (row) => (row ? `frozenset({${row}})` : "frozenset()"));
  }
  if (DICTS.has(name)) {
    const keys = first === undefined ? listPlainValues("str", place.material) : valuesOf(first);
    return listDicts(keys, valuesOf(second), place.material);
  }
  if (name === "Counter") return listDicts(valuesOf(first), ["1", "0", "2"], place.material);
  if (name === "tuple" || name === "Tuple") return listTupleValues(items, valuesOf, lengths);
  return listPlainValues(name, place.material);
}

function listTupleValues(
  items: PythonExpression[],
  valuesOf: (item: PythonExpression | undefined) => string[],
  lengths: number[],
): string[] {
  const [first, second] = items;
  if (first === undefined) return listTuplesOfAnyLength(valuesOf(undefined), lengths);
  if (first.kind === "tuple" && first.elements.length === 0) return ["()"];
  const isEndless = items.length === 2 && second !== undefined && isEllipsis(second);
  return isEndless
    ? listTuplesOfAnyLength(valuesOf(first), lengths)
    : listTuples(items.map((item) => valuesOf(item)));
}

function isEllipsis(expression: PythonExpression): boolean {
  return expression.kind === "other" && expression.end - expression.start === 3;
}

/** The first of each, then the second of each: no member of a union is left to the end. */
function interleave(lists: string[][]): string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, rank) =>
    lists.flatMap((list) => list.slice(rank, rank + 1)),
  ).flat();
}
