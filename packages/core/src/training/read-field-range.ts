import { trainingConfigJsonSchema } from "./training-config-json-schema.ts";
import type { TrainingField } from "./training-fields.ts";

/** What a form allows for a setting. */
export type FieldRange =
  | { kind: "number"; isWhole: boolean; low: number; high: number; isOptional: boolean }
  | { kind: "choice"; choices: string[] }
  | { kind: "switch" }
  | { kind: "text"; isOptional: boolean };

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  enum?: string[];
  minimum?: number;
  maximum?: number;
}

/**
 * The values that a setting may have, read from the schema that checks them, so that a form never
 * offers what a run refuses. Rules that span several settings are not in it.
 */
export function readFieldRange(path: TrainingField["path"]): FieldRange {
  let schema: Schema = trainingConfigJsonSchema();
  for (const step of path) schema = schema.properties?.[step] ?? {};
  const isOptional = schema.anyOf !== undefined;
  const value = schema.anyOf?.find(({ type }) => type !== "null") ?? schema;
  if (value.type === "boolean") return { kind: "switch" };
  if (value.enum !== undefined) return { kind: "choice", choices: value.enum };
  if (value.type !== "integer" && value.type !== "number") return { kind: "text", isOptional };
  return {
    kind: "number",
    isWhole: value.type === "integer",
    low: value.minimum ?? Number.NEGATIVE_INFINITY,
    high: value.maximum ?? Number.POSITIVE_INFINITY,
    isOptional,
  };
}
