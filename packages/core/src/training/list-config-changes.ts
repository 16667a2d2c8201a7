import { toJsonPointer } from "../ir/json-pointer.ts";
import { readField } from "./read-field.ts";
import type { TrainingConfig } from "./training-config.schema.ts";
import { TRAINING_FIELDS } from "./training-fields.ts";

/** The settings in which two configs differ, in the order of the form. */
export function listConfigChanges(
  before: TrainingConfig,
  after: TrainingConfig,
): { path: string; title: string; before: unknown; after: unknown }[] {
  return TRAINING_FIELDS.map(({ path, title }) => ({
    path: toJsonPointer(path),
    title,
    before: readField(before, path),
    after: readField(after, path),
  })).filter((change) => change.before !== change.after);
}
