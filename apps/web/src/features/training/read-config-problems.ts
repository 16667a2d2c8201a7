import { toJsonPointer } from "@foundry/core/ir/json-pointer";
import {
  type TrainingConfig,
  trainingConfigSchema,
} from "@foundry/core/training/training-config.schema";

/** What is wrong with a config, by JSON Pointer of the setting; empty when a run may start with it. */
export function readConfigProblems(config: TrainingConfig): ReadonlyMap<string, string> {
  const parsed = trainingConfigSchema.safeParse(config);
  const issues = parsed.success ? [] : parsed.error.issues;
  return new Map(issues.map(({ path, message }) => [toJsonPointer(path), message]));
}
