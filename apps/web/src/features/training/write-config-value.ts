import type { TrainingConfig } from "@foundry/core/training/training-config.schema";
import type { TrainingField } from "@foundry/core/training/training-fields";

/** What a setting may hold; the schema says which of it is right. */
export type ConfigValue = string | number | boolean | null;

type Branch = { [name: string]: Branch | ConfigValue };

/** The config with one setting changed; the one before stays as it was. */
export function writeConfigValue(
  config: TrainingConfig,
  path: TrainingField["path"],
  value: ConfigValue,
): TrainingConfig {
  const changed = structuredClone(config);
  let branch = changed as unknown as Branch;
  for (const name of path.slice(0, -1)) {
    const next = branch[name];
    if (typeof next !== "object" || next === null) return config;
    branch = next;
  }
  branch[path.at(-1) ?? ""] = value;
  return changed;
}
