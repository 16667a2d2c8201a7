import type { JsonSchema } from "../../ir/ir-json-schema.ts";

const NULL: JsonSchema = { type: "null" };

/**
 * The schema in the form that chat completions APIs enforce strictly: every property is required,
 * and one that may be left out may be null instead.
 */
export function writeChatSchema(schema: JsonSchema): JsonSchema {
  const written = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]): [string, unknown] => [
      keyword,
      writeKeyword(keyword, value),
    ]),
  );
  const properties = written["properties"];
  if (!isSchema(properties)) return written;
  const required = new Set((schema["required"] ?? []) as string[]);
  return {
    ...written,
    properties: mapValues(properties, (property, name) =>
      required.has(name) ? property : { anyOf: [property, NULL] },
    ),
    required: Object.keys(properties),
  };
}

function writeKeyword(keyword: string, value: unknown): unknown {
  if (keyword === "items" && isSchema(value)) return writeChatSchema(value);
  if (keyword === "anyOf") return (value as JsonSchema[]).map(writeChatSchema);
  if ((keyword === "properties" || keyword === "$defs") && isSchema(value)) {
    return mapValues(value, (inner) => writeChatSchema(inner));
  }
  return value;
}

function mapValues(
  map: JsonSchema,
  change: (schema: JsonSchema, name: string) => JsonSchema,
): JsonSchema {
  return Object.fromEntries(
    Object.entries(map).map(([name, schema]) => [name, change(schema as JsonSchema, name)]),
  );
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
