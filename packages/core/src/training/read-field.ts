import type { TrainingConfig } from "./training-config.schema.ts";
import type { TrainingField } from "./training-fields.ts";

/** The value of a setting. */
export function readField(config: TrainingConfig, path: TrainingField["path"]): unknown {
  let value: unknown = config;
  for (const step of path) value = (value as Record<string, unknown>)[step];
  return value;
}
