import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { countOf } from "../../../components/format/format-count";
import { formatFineMoney, formatMoney } from "../../../components/format/format-money";
import { Panel } from "../../../components/panel";
import { MoneyBar } from "../../../components/spend/money-bar";
import classes from "./facts.module.css";

/** What the run cost so far against its budget. */
export function RunCost({ run }: { run: GenerationRun }) {
  const each =
    run.createdCount > 0 && run.spentUsd > 0
      ? `${formatFineMoney(run.spentUsd / run.createdCount)}, over ${countOf(run.createdCount, "new one", "new ones")}`
      : "–";
  return (
    <Panel title="Cost">
      <dl className={classes.facts}>
        <dt>Spent</dt>
        <dd>
          {formatMoney(run.spentUsd)}
          {run.unpricedCount > 0 &&
            `, without ${countOf(run.unpricedCount, "call")} whose price is not known`}
        </dd>
        <dt title="For calls under way and in doubt: it becomes spent or comes back">Held back</dt>
        <dd>{formatMoney(run.reservedUsd)}</dd>
        <dt>Budget</dt>
        <dd>
          {run.budgetUsd === null
            ? "None; only the limit over all runs holds"
            : formatMoney(run.budgetUsd)}
        </dd>
        <dt>{run.purpose === "irs" ? "Each new sample" : "Each new prompt"}</dt>
        <dd>{each}</dd>
      </dl>
      {run.budgetUsd !== null && (
        <div className={classes.bar}>
          <MoneyBar
            spentUsd={run.spentUsd}
            reservedUsd={run.reservedUsd}
            limitUsd={run.budgetUsd}
          />
        </div>
      )}
    </Panel>
  );
}
