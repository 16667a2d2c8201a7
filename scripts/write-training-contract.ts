/** Writes what the trainer must know of a training config; run it after a change of the schema. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { PRESETS } from "@foundry/core/training/presets";
import { trainingConfigJsonSchema } from "@foundry/core/training/training-config-json-schema";
import { trainingConfigSchema } from "@foundry/core/training/training-config.schema";

const folder = resolve(import.meta.dirname, "../python-trainer/contract");
const presets = Object.fromEntries(
  // In the order of the schema.
  Object.entries(PRESETS).map(([preset, { config }]) => [
    preset,
    trainingConfigSchema.parse(config),
  ]),
);
write("training-config.schema.json", trainingConfigJsonSchema());
write("presets.json", presets);

function write(name: string, content: object): void {
  writeFileSync(resolve(folder, name), `${JSON.stringify(content, null, 2)}\n`);
}
