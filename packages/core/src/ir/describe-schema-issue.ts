import type { z } from "zod";
import { findClosestWord } from "./find-closest-word.ts";
import { irSchema } from "./ir.schema.ts";
import { toJsonPointer } from "./json-pointer.ts";
import { listKnownKeys } from "./list-known-keys.ts";
import { isProvenance } from "./provenance-places.ts";

export interface SchemaProblem {
  /** JSON Pointer into the IR. */
  path: string;
  message: string;
}

const LONGEST_QUOTE = 60;

const TYPE_NAMES: Record<string, string> = {
  array: "a list",
  boolean: "true or false",
  null: "null",
  number: "a number",
  object: "an object",
  record: "an object",
  string: "text",
};

/** One issue for each unknown key, so that each gets its own place; other issues as they are. */
export function splitSchemaIssue(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "unrecognized_keys") return [issue];
  return issue.keys.map((key) => ({ ...issue, keys: [key] }));
}

/**
 * What a reviewer must know of one split issue that `irSchema` raised on `document`. The issue
 * must carry its input (`reportInput`).
 */
export function describeSchemaIssue(issue: z.core.$ZodIssue, document: unknown): SchemaProblem {
  const key = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  if (key === undefined) {
    return { path: toJsonPointer(issue.path), message: describeValue(issue) };
  }
  return {
    path: toJsonPointer([...issue.path, key]),
    message: describeUnknownKey(issue.path, key, document, issue.input),
  };
}

function describeUnknownKey(
  path: readonly PropertyKey[],
  key: string,
  document: unknown,
  object: unknown,
): string {
  const properties = Object(object) as Record<string, unknown>;
  const known = listKnownKeys(irSchema, document, path);
  const missing = known.filter((name) => !Object.hasOwn(properties, name));
  const meant = findClosestWord(key, missing);
  let advice = `it may have ${listChoices(known, "and")}`;
  if (meant !== undefined) advice = `did you mean \`${meant}\`?`;
  if (isProvenance(path, key, properties[key])) {
    advice = "other tools write it, and import or `check --strip-provenance` takes it away";
  }
  return `${nameProperty(path)} has an unknown key ${quote(key)}; ${advice}`;
}

function describeValue(issue: z.core.$ZodIssue): string {
  const place = nameProperty(issue.path);
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return describeMissing(issue.path);
      return `${place} must be ${nameType(issue.expected)}, but it is ${describeType(issue.input)}`;
    case "invalid_value":
      return describeChoice(place, issue.input, issue.values.map(String));
    case "invalid_union":
      return describeUnion(issue);
    case "invalid_format":
      return (
        `${place} is ${quote(issue.input)}, but a name has only lower-case letters, ` +
        "digits and underscores and does not start with a digit"
      );
    default:
      return `${place} ${issue.message}, but it is ${quote(issue.input)}`;
  }
}

/** The one union of the schema is discriminated, so its issue is about the discriminator. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion): string {
  const discriminator = issue.path.at(-1);
  const value =
    discriminator !== undefined && Object.hasOwn(Object(issue.input), discriminator)
      ? Object(issue.input)[discriminator]
      : undefined;
  if (value === undefined) return describeMissing(issue.path);
  const choices = "options" in issue ? (issue.options ?? []).map(String) : [];
  return describeChoice(nameProperty(issue.path), value, choices);
}

function describeMissing(path: readonly PropertyKey[]): string {
  return `${nameProperty(path.slice(0, -1))} has no \`${String(path.at(-1))}\`, which is required`;
}

function describeChoice(place: string, value: unknown, choices: string[]): string {
  const meant = typeof value === "string" ? findClosestWord(value, choices) : undefined;
  const advice = meant === undefined ? "" : `; did you mean \`${meant}\`?`;
  return `${place} is ${quote(value)}, but it must be ${listChoices(choices, "or")}${advice}`;
}

/** `["effects", 2, "description"]` becomes `effects[2].description`. */
function nameProperty(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "the IR";
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${shorten(String(step))}`))
    .join("")
    .replace(/^\./, "");
}

function nameType(expected: string): string {
  return TYPE_NAMES[expected] ?? expected;
}

function describeType(value: unknown): string {
  if (value === null) return "null";
  return nameType(Array.isArray(value) ? "array" : typeof value);
}

function quote(value: unknown): string {
  if (typeof value === "string") return `\`${shorten(value)}\``;
  return typeof value === "number" ? String(value) : describeType(value);
}

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

function listChoices(choices: readonly string[], word: "and" | "or"): string {
  const quoted = choices.map((choice) => `\`${choice}\``);
  const last = quoted.pop();
  return quoted.length === 0 ? (last ?? "nothing") : `${quoted.join(", ")} ${word} ${last}`;
}
