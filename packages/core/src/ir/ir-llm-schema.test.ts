import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { irLlmSchema } from "./ir-llm-schema.ts";
import { irSchema } from "./ir.schema.ts";
import { irArbitrary } from "./testing/ir-arbitrary.ts";

/** Limit of the API on properties that are not required. */
const MAX_OPTIONAL = 24;
const KNOWN_KEYWORDS = new Set([
  "$defs",
  "$ref",
  "additionalProperties",
  "anyOf",
  "const",
  "description",
  "enum",
  "items",
  "properties",
  "required",
  "type",
]);

const schemas = listSchemas(irLlmSchema());
const validate = new Ajv2020().compile(irLlmSchema());

describe("the schema for language models", () => {
  it("uses only keywords that structured outputs know", () => {
    const used = new Set(schemas.flatMap((schema) => Object.keys(schema)));
    expect([...used].filter((keyword) => !KNOWN_KEYWORDS.has(keyword))).toEqual([]);
  });

  it("closes every object and has one type everywhere", () => {
    const objects = schemas.filter((schema) => schema["type"] === "object");
    expect(objects.map((schema) => schema["additionalProperties"])).toEqual(
      objects.map(() => false),
    );
    expect(schemas.filter((schema) => Array.isArray(schema["type"]))).toEqual([]);
  });

  it("has few enough optional properties", () => {
    const optional = schemas
      .filter((schema) => schema["type"] === "object")
      .flatMap((schema) => {
        const required = new Set(schema["required"] as string[]);
        return Object.keys(schema["properties"] as object).filter((name) => !required.has(name));
      });
    expect(optional).not.toHaveLength(0);
    expect(optional.length).toBeLessThanOrEqual(MAX_OPTIONAL);
  });

  it("is not recursive", () => {
    const { $defs } = irLlmSchema() as { $defs: Record<string, unknown> };
    for (const name of Object.keys($defs)) expect(listReachable(name, $defs)).not.toContain(name);
  });

  it("lets a model write every IR, evidence aside", () => {
    fc.assert(
      fc.property(irArbitrary, (ir) => {
        const complete = irSchema.parse(JSON.parse(JSON.stringify(ir)));
        expect([validate(writeAsModel(complete)), validate.errors]).toEqual([true, null]);
      }),
    );
  });
});

type Schema = Record<string, unknown>;

/** Every schema inside a schema, itself included. */
function listSchemas(schema: Schema): Schema[] {
  const maps = [schema["properties"], schema["$defs"]].flatMap((map) => Object.values(map ?? {}));
  const lists = (schema["anyOf"] as Schema[] | undefined) ?? [];
  const items = schema["items"] === undefined ? [] : [schema["items"]];
  return [
    schema,
    ...[...maps, ...lists, ...items].flatMap((inner) => listSchemas(inner as Schema)),
  ];
}

function listReachable(name: string, definitions: Record<string, unknown>): string[] {
  const names = listSchemas(definitions[name] as Schema)
    .flatMap((schema) => (typeof schema["$ref"] === "string" ? [schema["$ref"]] : []))
    .map((reference) => reference.replace("#/$defs/", ""));
  return names.flatMap((next) => [next, ...listReachable(next, definitions)]);
}

/** Leaves out nulls and evidence, and writes the conditions of a hole as a list. */
function writeAsModel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(writeAsModel);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, child]) => child !== null && key !== "evidence",
  );
  const isHole = "identifier" in value;
  return Object.fromEntries(
    entries.map(([key, child]) =>
      isHole && key === "constraints"
        ? [
            key,
            Object.entries(child as object).map(([name, text]) => ({
              key: name,
              value: text as string,
            })),
          ]
        : [key, writeAsModel(child)],
    ),
  );
}
