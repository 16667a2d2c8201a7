import type { InputMaterial } from "./input-material.ts";
import { toPythonText } from "./python-text.ts";

/** More items of one value show nothing new. */
const MAX_SINGLE = 24;
const PAIRED = 5;
const MAX_KEYS = 12;
const UNHASHABLE = /^(?:\[|\{|set\(|bytearray|dict|list)/;

const isHashable = (value: string) => !UNHASHABLE.test(value);

/** Empty, each value alone, duplicates, every order of the first few, and threshold lengths. */
function listRows(values: string[], lengths: readonly number[]): string[] {
  const first = values.slice(0, PAIRED);
  const pairs = first.flatMap((left) => first.map((right) => `${left}, ${right}`));
  const [a = "None", b = a, c = b] = first;
  const rows = [
    "",
    ...values.slice(0, MAX_SINGLE),
    ...pairs,
    [a, b, a].join(", "),
    [b, a, a, b].join(", "),
    [c, b, a].join(", "),
    [b, c, a, b, c].join(", "),
  ];
  const repeated = lengths.filter((length) => length > 2).map((length) => `*[${b}] * ${length}`);
  return [...rows, ...repeated];
}

/** Lists of the rows; a row that only repeats one value is written as `[x] * n`. */
export function listLists(values: string[], lengths: readonly number[]): string[] {
  return listRows(values, lengths).map((row) => (row.startsWith("*[") ? row.slice(1) : `[${row}]`));
}

export function listTuplesOfAnyLength(values: string[], lengths: readonly number[]): string[] {
  return listRows(values, lengths).map((row) => {
    const isSingle = values.includes(row) || row.startsWith("*[");
    return isSingle ? `(${row},)` : `(${row})`;
  });
}

/** Tuples with a type for each place: one place varies at a time, then all together. */
export function listTuples(valuesByPlace: string[][]): string[] {
  if (valuesByPlace.length === 0) return ["()"];
  const firsts = valuesByPlace.map(([first = "None"]) => first);
  const varied = valuesByPlace.flatMap((values, place) =>
    values.slice(0, MAX_SINGLE).map((value) => firsts.with(place, value)),
  );
  const together = Array.from({ length: PAIRED }, (_, rank) =>
    valuesByPlace.map((values) => values[rank % Math.max(values.length, 1)] ?? "None"),
  );
  return [...varied, ...together].map(
    (items) => `(${items.join(", ")}${items.length === 1 ? "," : ""})`,
  );
}

export function listSets(values: string[], make: (items: string) => string): string[] {
  const items = values.filter(isHashable);
  const [a = "1", b = a, c = b] = items;
  return [
    make(""),
    ...items.slice(0, MAX_SINGLE).map(make),
    make([a, b].join(", ")),
    make([c, b, a].join(", ")),
  ];
}

/** Dicts: empty, each key and each value alone, two and all keys of the prompt together. */
export function listDicts(keys: string[], values: string[], material: InputMaterial): string[] {
  const hashable = keys.filter(isHashable);
  const named = material.texts.map(toPythonText).filter((text) => hashable.includes(text));
  const known = [...named, ...hashable.filter((key) => !named.includes(key))].slice(0, MAX_KEYS);
  const [a = "'a'", b = "'b'"] = known;
  const [v = "None", w = v] = values;
  return [
    "{}",
    ...known.map((key) => `{${key}: ${v}}`),
    ...values.slice(0, MAX_SINGLE).map((value) => `{${a}: ${value}}`),
    `{${a}: ${v}, ${b}: ${w}}`,
    `{${b}: ${w}, ${a}: ${v}}`,
    `{${a}: ${w}, ${b}: ${w}}`,
    ...(named.length > 1 ? values.slice(0, MAX_KEYS).map((value) => fill(named, value)) : []),
  ];
}

const fill = (keys: string[], value: string) =>
  `{${keys.map((key) => `${key}: ${value}`).join(", ")}}`;
