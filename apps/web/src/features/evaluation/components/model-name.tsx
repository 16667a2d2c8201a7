import type { EvaluatedModel } from "@foundry/core/evaluations/evaluation.schema";
import classes from "./metrics-panel.module.css";

const NAMES = { base: "Base", adapter: "Adapter" };

/** A model with the colour of its bars. */
export function ModelName({ model }: { model: EvaluatedModel }) {
  return (
    <span className={classes.model} data-model={model}>
      <i aria-hidden />
      {NAMES[model]}
    </span>
  );
}
