import { irSchema } from "./ir.schema.ts";
import { listKnownKeys } from "./list-known-keys.ts";

/** From here on JavaScript and Python write a float with an exponent that both read back as a float. */
const FLOAT_FROM = 1e21;

/**
 * The one text form of an IR that training, preference pairs and evaluation share: on one line,
 * keys in the order of the schema, keys that the schema does not know after them by code unit,
 * `, ` and `: ` between parts, nothing escaped that JSON does not ask for. It is what Python's
 * `json.dumps(value, ensure_ascii=False)` writes, so that reading and writing it there changes no
 * byte. Equal values have equal texts; parsed, the text is the value again.
 *
 * Numbers are doubles: `1.0` and `1` are the same number and come out as `1`, and `-0` as `0`. A
 * lone surrogate, which UTF-8 cannot hold, stays escaped.
 *
 * @param ir any JSON value; one that is no IR is written as well
 */
export function writeCanonicalIr(ir: unknown): string {
  return writeValue(ir, { document: ir, path: [] });
}

interface Place {
  document: unknown;
  path: readonly PropertyKey[];
}

function writeValue(value: unknown, place: Place): string {
  if (typeof value === "number") return writeNumber(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => writeValue(item, stepInto(place, index))).join(", ")}]`;
  }
  const object = value as Record<string, unknown>;
  const members = orderKeys(object, place).map(
    (key) => `${JSON.stringify(key)}: ${writeValue(object[key], stepInto(place, key))}`,
  );
  return `{${members.join(", ")}}`;
}

function stepInto({ document, path }: Place, step: PropertyKey): Place {
  return { document, path: [...path, step] };
}

/** A property that is undefined is not there, as for JSON.stringify. */
function orderKeys(object: Record<string, unknown>, { document, path }: Place): string[] {
  const keys = Object.keys(object).filter((key) => object[key] !== undefined);
  const known = listKnownKeys(irSchema, document, path).filter((key) => keys.includes(key));
  const others = keys.filter((key) => !known.includes(key)).toSorted();
  return [...known, ...others];
}

/** As Python's `repr`: an exponent of at least two digits, and one from 1e-5 downwards. */
function writeNumber(value: number): string {
  if (Object.is(value, -0)) return "0";
  if (Number.isInteger(value) && Math.abs(value) < FLOAT_FROM) return BigInt(value).toString();
  const isSmall = Math.abs(value) < 1e-4;
  const text = isSmall ? value.toExponential() : JSON.stringify(value);
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}
