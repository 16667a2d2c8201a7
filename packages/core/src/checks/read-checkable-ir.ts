import type { Ir } from "../ir/ir.schema.ts";
import type { IrReading } from "../ir/read-ir.ts";

type Constraint = Ir["constraints"][number];
type Hole = Ir["intent"]["holes"][number];

/**
 * What can be checked of a JSON value that should be an IR: defaults filled in, and each part that
 * does not fit the schema empty at its place, so that one slip does not silence every check.
 *
 * @returns null when the value is no object
 */
export function readCheckableIr({ ir, value }: Pick<IrReading, "ir" | "value">): Ir | null {
  if (ir !== null) return ir;
  if (!isObject(value)) return null;
  const intent = readObject(value, "intent");
  const signature = readObject(value, "signature");
  return {
    intent: {
      summary: readText(intent, "summary"),
      rationale: readText(intent, "rationale"),
      holes: readHoles(intent),
    },
    signature: {
      name: readText(signature, "name"),
      parameters: readList(signature, "parameters").map((parameter) => ({
        name: readText(parameter, "name"),
        type_hint: readText(parameter, "type_hint"),
        description: readText(parameter, "description"),
      })),
      returns: readOptionalText(signature, "returns"),
      holes: readHoles(signature),
    },
    effects: readList(value, "effects").map((effect) => ({
      description: readText(effect, "description"),
      holes: readHoles(effect),
    })),
    assertions: readList(value, "assertions").map((assertion) => ({
      predicate: readText(assertion, "predicate"),
      rationale: readText(assertion, "rationale"),
      holes: readHoles(assertion),
    })),
    constraints: readList(value, "constraints").map(readConstraint),
  };
}

type JsonObject = Record<string, unknown>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readProperty(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function readObject(object: JsonObject, key: string): JsonObject {
  const value = readProperty(object, key);
  return isObject(value) ? value : {};
}

function readText(object: JsonObject, key: string): string {
  return readOptionalText(object, key) ?? "";
}

function readOptionalText(object: JsonObject, key: string): string | null {
  const value = readProperty(object, key);
  return typeof value === "string" ? value : null;
}

/** Entries that are no objects are empty ones, so that the index of the others stays. */
function readList(object: JsonObject, key: string): JsonObject[] {
  const value = readProperty(object, key);
  return Array.isArray(value) ? value.map((entry) => (isObject(entry) ? entry : {})) : [];
}

function readHoles(object: JsonObject): Hole[] {
  return readList(object, "holes").map((hole) => ({
    identifier: readText(hole, "identifier"),
    type_hint: readText(hole, "type_hint"),
    description: readText(hole, "description"),
    constraints: {},
    kind: "intent",
  }));
}

/** One of unknown type is a return constraint without a name, which says nothing. */
function readConstraint(constraint: JsonObject): Constraint {
  const common = { description: readText(constraint, "description"), severity: "error" } as const;
  const type = readProperty(constraint, "type");
  if (type === "loop_constraint") {
    return {
      ...common,
      type,
      search_type: readChoice(constraint, "search_type", SEARCH_TYPES),
      requirement: readChoice(constraint, "requirement", LOOP_REQUIREMENTS),
      loop_variable: readText(constraint, "loop_variable"),
    };
  }
  if (type === "position_constraint") {
    return {
      ...common,
      type,
      elements: readTexts(constraint, "elements"),
      requirement: readChoice(constraint, "requirement", POSITION_REQUIREMENTS),
      min_distance: readNumber(constraint, "min_distance") ?? 0,
      max_distance: readNumber(constraint, "max_distance"),
    };
  }
  return {
    ...common,
    type: "return_constraint",
    value_name: type === "return_constraint" ? readText(constraint, "value_name") : "",
    requirement: readChoice(constraint, "requirement", RETURN_REQUIREMENTS),
  };
}

const SEARCH_TYPES = ["FIRST_MATCH", "LAST_MATCH", "ALL_MATCHES"] as const;
const LOOP_REQUIREMENTS = ["EARLY_RETURN", "ACCUMULATE", "TRANSFORM"] as const;
const POSITION_REQUIREMENTS = ["NOT_ADJACENT", "ORDERED", "MIN_DISTANCE", "MAX_DISTANCE"] as const;
const RETURN_REQUIREMENTS = ["MUST_RETURN", "OPTIONAL_RETURN"] as const;

/** The first choice is the default. */
function readChoice<Choice extends string>(
  object: JsonObject,
  key: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const value = readProperty(object, key);
  return choices.find((choice) => choice === value) ?? choices[0];
}

function readTexts(object: JsonObject, key: string): string[] {
  const value = readProperty(object, key);
  return Array.isArray(value) ? value.map((entry) => (typeof entry === "string" ? entry : "")) : [];
}

function readNumber(object: JsonObject, key: string): number | null {
  const value = readProperty(object, key);
  return typeof value === "number" ? value : null;
}
