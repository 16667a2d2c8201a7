import { listConfigChanges } from "@foundry/core/training/list-config-changes";
import { PRESETS } from "@foundry/core/training/presets";
import type { TrainingConfig } from "@foundry/core/training/training-config.schema";
import { Panel } from "../../../components/panel";
import classes from "./config-changes.module.css";

/** Where a config differs from the preset it started from. */
export function ConfigChanges({ title, config }: { title: string; config: TrainingConfig }) {
  const preset = PRESETS[config.preset];
  const changes = listConfigChanges(preset.config, config);
  return (
    <Panel title={title} aside={preset.title}>
      {changes.length === 0 ? (
        <p className={classes.none}>All as in the preset.</p>
      ) : (
        <ul className={classes.changes}>
          {changes.map(({ path, title: name, before, after }) => (
            <li key={path}>
              <span>{name}</span>
              <span>
                <s>{String(before)}</s> {String(after)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
