import { z } from "zod";
import { irSchema } from "./ir.schema.ts";

export type JsonSchema = Record<string, unknown>;

const TARGETS = { "draft-7": "draft-07", "2020-12": "draft-2020-12" } as const;
export type JsonSchemaDraft = keyof typeof TARGETS;

/**
 * The IR as a JSON Schema, generated from `irSchema`. It describes what may be written, so a
 * property that has a default is not required. Each call gives a fresh object.
 */
export function irJsonSchema(draft: JsonSchemaDraft): JsonSchema {
  const generated = z.toJSONSchema(irSchema, { target: TARGETS[draft], io: "input" });
  return { title: "IR", ...generated };
}
