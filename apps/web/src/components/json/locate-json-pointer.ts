import { type JsonToken, readJsonTokens } from "./read-json-tokens";

/** Offsets in UTF-16 code units. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * Where a JSON Pointer stands in a text: the value when it is a scalar, with its key if it has one,
 * and of anything larger the key alone.
 * A place that does not exist gives the nearest one above it, so that a missing property leads to
 * its object. Reads tokens alone, so any text and any depth will do.
 */
export function locateJsonPointer(text: string, pointer: string): TextRange {
  const tokens = readJsonTokens(text).filter((token) => token.kind !== "space");
  const read = (token: JsonToken | undefined) => (token ? text.slice(token.start, token.end) : "");
  let at = 0;
  let label: JsonToken | undefined;
  for (const step of splitPointer(pointer)) {
    const child = findChild(tokens, read, at, step);
    if (child === null) return rangeOf(tokens[at], label, read);
    at = child.value;
    label = child.key;
  }
  return rangeOf(tokens[at], label, read);
}

function splitPointer(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

type ReadToken = (token: JsonToken | undefined) => string;

/** A container is too large to mark, so its key, or else its bracket, stands for it. */
function rangeOf(
  value: JsonToken | undefined,
  key: JsonToken | undefined,
  read: ReadToken,
): TextRange {
  const isContainer = read(value) === "{" || read(value) === "[";
  const first = key ?? value;
  const last = isContainer ? first : value;
  return first === undefined || last === undefined
    ? { start: 0, end: 0 }
    : { start: first.start, end: last.end };
}

interface Child {
  key: JsonToken | undefined;
  /** Index of the value's first token. */
  value: number;
}

function findChild(
  tokens: JsonToken[],
  read: ReadToken,
  opening: number,
  step: string,
): Child | null {
  const isObject = read(tokens[opening]) === "{";
  if (!isObject && read(tokens[opening]) !== "[") return null;
  let at = opening + 1;
  for (let index = 0; at < tokens.length; index += 1) {
    const first = read(tokens[at]);
    if (first === "}" || first === "]") return null;
    const value = isObject && read(tokens[at + 1]) === ":" ? at + 2 : at;
    const name = isObject ? decodeKey(first) : String(index);
    if (name === step) {
      return { key: isObject ? tokens[at] : undefined, value };
    }
    at = skipValue(tokens, read, value);
    if (read(tokens[at]) === ",") at += 1;
  }
  return null;
}

function decodeKey(literal: string): string {
  if (!literal.includes("\\")) return literal.slice(1, -1);
  try {
    return String(JSON.parse(literal));
  } catch {
    // A key that is being typed: it names nothing yet.
    return literal;
  }
}

/** @returns index of the first token behind the value */
function skipValue(tokens: JsonToken[], read: ReadToken, start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const token = read(tokens[at]);
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    if (depth < 0) return at;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}
