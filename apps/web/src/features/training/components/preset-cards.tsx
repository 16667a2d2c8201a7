import { PRESETS } from "@foundry/core/training/presets";
import type { TrainingPreset } from "@foundry/core/training/training-config.schema";
import classes from "./new-training-form.module.css";

/** The sets of settings to start from; choosing one sets every field. */
export function PresetCards({
  presets,
  chosen,
  onChoose,
}: {
  presets: readonly TrainingPreset[];
  chosen: TrainingPreset;
  onChoose: (preset: TrainingPreset) => void;
}) {
  return (
    <div className={classes.presets} role="radiogroup" aria-label="Preset">
      {presets.map((preset) => (
        <button
          key={preset}
          type="button"
          role="radio"
          aria-checked={preset === chosen}
          className={classes.preset}
          onClick={() => onChoose(preset)}
        >
          <strong>{PRESETS[preset].title}</strong>
          <span>{PRESETS[preset].about}</span>
        </button>
      ))}
    </div>
  );
}
