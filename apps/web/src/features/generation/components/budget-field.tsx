"use client";

import type { GenerationEstimate } from "@foundry/core/generation/generation.schema";
import { Button, NumberInput } from "@mantine/core";
import { formatMoney } from "../../../components/format/format-money";
import { useSpend } from "../../../components/spend/use-spend";
import classes from "./budget-field.module.css";
import type { FormPartProps } from "./new-run-form";

/** What the run may cost at most; it stops before it would cross the line. */
export function BudgetField({
  draft,
  estimate,
  onChange,
}: FormPartProps & { estimate: GenerationEstimate | undefined }) {
  const { data: spend } = useSpend();
  const high = estimate?.costUsd?.high;
  const suggested = high === undefined ? null : Math.max(0.01, Math.ceil(high * 100) / 100);
  return (
    <div className={classes.field}>
      <NumberInput
        label="In dollars"
        description="The run stops before it would cross it, and can be resumed with a larger one."
        placeholder="No budget of its own"
        prefix="$"
        decimalScale={2}
        min={0}
        max={1_000_000}
        allowNegative={false}
        thousandSeparator=","
        value={draft.budgetUsd ?? ""}
        onChange={(budget) => onChange({ budgetUsd: typeof budget === "number" ? budget : null })}
      />
      {suggested !== null && draft.budgetUsd === null && (
        <Button size="xs" variant="default" onClick={() => onChange({ budgetUsd: suggested })}>
          {`Take the high end of the estimate: ${formatMoney(suggested)}`}
        </Button>
      )}
      {spend !== undefined && (
        <p>
          {spend.limitUsd === null
            ? "There is no limit over all runs."
            : `${formatMoney(Math.max(0, spend.limitUsd - spend.spentUsd - spend.reservedUsd))} is left of the limit over all runs.`}
        </p>
      )}
    </div>
  );
}
