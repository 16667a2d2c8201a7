"use client";

import { toJsonPointer } from "@foundry/core/ir/json-pointer";
import { listConfigWarnings } from "@foundry/core/training/list-config-warnings";
import { PRESETS } from "@foundry/core/training/presets";
import { readField } from "@foundry/core/training/read-field";
import type { TrainingConfig } from "@foundry/core/training/training-config.schema";
import { FIELD_GROUPS, TRAINING_FIELDS } from "@foundry/core/training/training-fields";
import { Panel } from "../../../components/panel";
import { type ConfigValue, writeConfigValue } from "../write-config-value";
import { ConfigField } from "./config-field";

/** Every setting of a run in groups, each with what it does. */
export function ConfigForm({
  config,
  problems,
  onChange,
}: {
  config: TrainingConfig;
  /** By JSON Pointer. */
  problems: ReadonlyMap<string, string>;
  onChange: (config: TrainingConfig) => void;
}) {
  const preset = PRESETS[config.preset].config;
  const warnings = new Map(
    listConfigWarnings(config).map(({ path, message }) => [path, message] as const),
  );
  return FIELD_GROUPS.map((group) => (
    <Panel key={group} title={group} isFlush>
      {TRAINING_FIELDS.filter((field) => field.group === group && field.path[0] !== "preset").map(
        (field) => {
          const pointer = toJsonPointer(field.path);
          return (
            <ConfigField
              key={pointer}
              field={field}
              value={readField(config, field.path) as ConfigValue}
              presetValue={readField(preset, field.path) as ConfigValue}
              problem={problems.get(pointer) ?? null}
              warning={warnings.get(pointer) ?? null}
              onChange={(value) => onChange(writeConfigValue(config, field.path, value))}
            />
          );
        },
      )}
    </Panel>
  ));
}
