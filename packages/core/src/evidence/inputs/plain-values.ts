import { type InputMaterial, NO_MATERIAL } from "./input-material.ts";
import { toPythonText } from "./python-text.ts";

const LONG_TEXT = "'a' * 1000";

type ListValues = (material: InputMaterial) => string[];

const PLAIN_INTEGERS = "0|1|-1|True|2|3|10|-7".split("|");

const PLAIN_FLOATS =
  "0.0|1.0|-1.0|0.5|1.5|2.5|-2.5|0.1 + 0.2|1|-0.0|True|float('nan')|float('inf')|float('-inf')|1e16|1e-9".split(
    "|",
  );

const PLAIN_TEXTS = [
  ["''", "'a'", "' '", "'A'", "'ab'", "'0'", "'aa'", "'aba'", "'-1'", "'1.5'", "'\\n'"],
  ["' a  b '", "'a\\tb\\n'", "'Hello, World!'", "'é'", "'ß'", "'日本'", "'👍🏽'", "'e\\u0301'"],
  LONG_TEXT,
].flat();

const PLAIN_BYTES = ["b''", "b'a'", "b'\\x00'", "b'\\xff'", "b'ab'"];

const ANYTHING = [
  ["None", "True", "False", "0", "1", "-1", "''", "'a'", "[]", "{}", "()", "0.0", "1.5"],
  ["set()", "b''", "[1]", "(1,)", "{1}", "{'a': 1}", "'1'", "1j", "[None]", "[True, 1]"],
  ["float('nan')", "10 ** 20", "'日本'", "range(2)", "frozenset()", "len"],
].flat();

const listIntegers: ListValues = ({ numbers }) => [
  ...PLAIN_INTEGERS,
  ...numbers.filter((number) => !number.includes(".")),
  "2 ** 53 + 1",
  "10 ** 20",
];

const listFloats: ListValues = ({ numbers }) => [
  ...PLAIN_FLOATS,
  ...numbers.flatMap((number) =>
    number.includes(".") ? [number] : [`${number}.0`, number, `${number}.01`, `${number}.5`],
  ),
];

const listTexts: ListValues = ({ texts, lengths }) => [
  ...PLAIN_TEXTS,
  ...texts.map(toPythonText),
  ...texts.flatMap((text) => [
    toPythonText(text.toUpperCase()),
    toPythonText(` ${text}`),
    toPythonText(`${text}s`),
  ]),
  ...lengths.map((length) => `'a' * ${length}`),
];

const listBytes: ListValues = ({ lengths }) => [
  ...PLAIN_BYTES,
  ...lengths.map((length) => `b'a' * ${length}`),
];

const listAnything: ListValues = ({ numbers, texts }) => [
  ...ANYTHING,
  ...numbers,
  ...texts.map(toPythonText),
];

const DATES = ["2024-01-01", "2024-02-29", "1970-01-01", "1999-12-31"];
const dateOf = (date: string) => `datetime.date.fromisoformat('${date}')`;

/** Values of the types that have no parts, by the last part of their name. */
const VALUES_BY_NAME: Record<string, ListValues> = {
  None: () => ["None"],
  NoneType: () => ["None"],
  bool: () => ["True", "False"],
  int: listIntegers,
  float: listFloats,
  complex: () => ["0j", "1j", "1 - 2j", "1.5"],
  Number: (material) => [...listIntegers(material), ...listFloats(material)],
  Real: (material) => [...listIntegers(material), ...listFloats(material)],
  str: listTexts,
  AnyStr: listTexts,
  bytes: listBytes,
  bytearray: (material) => listBytes(material).map((value) => `bytearray(${value})`),
  range: () => ["range(0)", "range(3)", "range(3, 0, -1)"],
  slice: () => ["slice(None)", "slice(1, 2)", "slice(None, None, -1)"],
  type: () => ["int", "bool", "str", "list"],
  Callable: () => ["len", "str", "lambda *values: None", "lambda *values: values[0]"],
  Decimal: ({ numbers }) =>
    ["0", "1", "-1", "0.005", "1.10", ...numbers].map((number) => `Decimal('${number}')`),
  Fraction: () => ["Fraction(0)", "Fraction(1, 2)", "Fraction(-7, 3)"],
  date: () => DATES.map(dateOf),
  datetime: () => DATES.map((date) => `datetime.datetime.fromisoformat('${date}')`),
  timedelta: () => ["datetime.timedelta(0)", "datetime.timedelta(days=-1)"],
};

/**
 * Python expressions for a type without parts, nasty ones among them; a type that nobody knows
 * takes anything.
 *
 * @param name last part of a dotted name
 */
export function listPlainValues(name: string, material: InputMaterial = NO_MATERIAL): string[] {
  const list = Object.hasOwn(VALUES_BY_NAME, name) ? VALUES_BY_NAME[name] : undefined;
  return (list ?? listAnything)(material);
}
