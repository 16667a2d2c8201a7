import { irJsonSchema, type JsonSchema } from "./ir-json-schema.ts";

/** Keywords that structured outputs know; the rest of the contract is checked on the reply. */
const KEPT_KEYWORDS = ["type", "description", "enum", "const", "$ref"];

/**
 * The subset of the IR schema that Claude's structured outputs can enforce: closed objects, no
 * lengths, patterns or nulls, key-value lists for dictionaries, no free-form evidence. A property
 * with a default is required, so that the model decides; leaving out an optional one means null.
 * Optional properties stay under the API's limit of 24. Validate the reply with `irSchema`.
 */
export function irLlmSchema(): JsonSchema {
  const { $defs, ...root } = irJsonSchema("2020-12");
  return { ...narrow(root), $defs: mapValues($defs as SchemaMap, narrow) };
}

type SchemaMap = Record<string, JsonSchema>;

function narrow(schema: JsonSchema): JsonSchema {
  const narrowed: JsonSchema = {};
  for (const keyword of KEPT_KEYWORDS) {
    if (keyword in schema) narrowed[keyword] = schema[keyword];
  }
  if (Array.isArray(schema["type"]))
    narrowed["type"] = schema["type"].find((name) => name !== "null");
  if ("items" in schema) narrowed["items"] = narrow(schema["items"] as JsonSchema);
  if ("oneOf" in schema) narrowed["anyOf"] = (schema["oneOf"] as JsonSchema[]).map(narrow);
  if (schema["type"] !== "object") return narrowed;
  if (schema["additionalProperties"] !== false) return { ...narrowed, ...KEY_VALUE_LIST };
  return { ...narrowed, ...narrowProperties(schema) };
}

function narrowProperties(schema: JsonSchema): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(schema["properties"] as SchemaMap).filter(
      ([, property]) => !isFreeForm(property),
    ),
  );
  const required = new Set(schema["required"] as string[] | undefined);
  return {
    properties: mapValues(properties, narrow),
    required: Object.keys(properties).filter(
      (name) => required.has(name) || Object.hasOwn(properties[name] ?? {}, "default"),
    ),
    additionalProperties: false,
  };
}

const KEY_VALUE_LIST: JsonSchema = {
  type: "array",
  items: {
    type: "object",
    properties: { key: { type: "string" }, value: { type: "string" } },
    required: ["key", "value"],
    additionalProperties: false,
  },
};

/** A list of objects that may hold anything. */
function isFreeForm({ items }: JsonSchema): boolean {
  const allowed = (items as JsonSchema | undefined)?.["additionalProperties"];
  return typeof allowed === "object" && allowed !== null && Object.keys(allowed).length === 0;
}

function mapValues(map: SchemaMap, change: (schema: JsonSchema) => JsonSchema): SchemaMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
