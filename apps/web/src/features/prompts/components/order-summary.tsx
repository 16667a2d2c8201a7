import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { COMPLEXITIES } from "@foundry/core/prompts/derive-complexity";
import { PROMPT_CATEGORIES } from "@foundry/core/prompts/prompt-category";
import { CopyText } from "../../../components/copy-text";
import { formatCount } from "../../../components/format/format-count";
import { formatName } from "../../../components/text/format-name";
import classes from "./order-summary.module.css";

/** What was ordered: enough to write the same prompts again. */
export function OrderSummary({ run }: { run: PromptRun }) {
  const quotas = PROMPT_CATEGORIES.filter((category) => (run.quotas[category] ?? 0) > 0)
    .map((category) => `${formatName(category)} ${formatCount(run.quotas[category] ?? 0)}`)
    .join(" · ");
  const mix = run.complexityMix;
  const shares =
    mix === null
      ? "as the templates give it"
      : COMPLEXITIES.map((complexity) => `${formatName(complexity)} ${mix[complexity] ?? 0}`).join(
          " : ",
        );
  return (
    <dl className={classes.order}>
      <dt>Seed</dt>
      <dd>
        <CopyText value={run.seed} label="seed" />
      </dd>
      <dt>Categories</dt>
      <dd>{quotas}</dd>
      <dt>Complexity</dt>
      <dd>{shares}</dd>
      <dt>Blueprints</dt>
      <dd>{run.withBlueprints ? "stored with each prompt" : "not stored"}</dd>
    </dl>
  );
}
