import { parseTypeHint } from "../../python/parse-type-hint.ts";

const WORDS: Record<string, string> = {
  string: "str",
  String: "str",
  text: "str",
  integer: "int",
  Integer: "int",
  Int: "int",
  boolean: "bool",
  Boolean: "bool",
  Bool: "bool",
  double: "float",
  Float: "float",
  array: "list",
  Array: "list",
  dictionary: "dict",
  any: "Any",
  none: "None",
  null: "None",
  void: "None",
  nil: "None",
  callable: "Callable",
  object: "Any",
  strings: "str",
  integers: "int",
  ints: "int",
  floats: "float",
  numbers: "int | float",
  number: "int | float",
};

const LONGEST = 200;
const OF = /\b(list|set|tuple|dict|array|dictionary)s? of (\w+)$/i;

/** The Python type that a hint in other words surely means, or null. */
export function repairHint(hint: string): string | null {
  if (hint.length > LONGEST) return null;
  const repaired = hint
    .trim()
    .replaceAll(/\s+or\s+/g, " | ")
    .replace(OF, (_, outer: string, inner: string) => `${outer.toLowerCase()}[${inner}]`)
    .replaceAll(/[A-Za-z_]+/g, (word) =>
      Object.hasOwn(WORDS, word) ? (WORDS[word] ?? word) : word,
    );
  const parsed = parseTypeHint(repaired);
  const isRepaired = repaired !== hint && parsed.ok && parsed.unknownNames.length === 0;
  return isRepaired ? repaired : null;
}
