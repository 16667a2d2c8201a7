"use client";

import type { SpendOverview } from "@foundry/core/generation/spend.schema";
import { Button, Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { countOf } from "../format/format-count";
import { formatFineMoney, formatMoney } from "../format/format-money";
import { FailedList } from "../list/failed-list";
import { Panel } from "../panel";
import { useAddressSwitch } from "../use-address-switch";
import { MoneyBar } from "./money-bar";
import { SpendLimitDialog } from "./spend-limit-dialog";
import classes from "./spend-panel.module.css";
import { useSpend } from "./use-spend";

const HELD_BACK =
  "For calls under way, and for calls of which nobody knows whether they were answered: it becomes spent or comes back.";

/** What all runs have cost, what is held back, and the limit with its bar. */
export function SpendPanel({ title, aside }: { title: string; aside?: ReactNode }) {
  const { data: spend, error, refetch } = useSpend();
  const [isChanging, setIsChanging] = useAddressSwitch("change", "limit");
  if (spend === undefined) {
    return (
      <Panel title={title}>
        {error === null ? (
          <Skeleton height={88} />
        ) : (
          <FailedList error={error} what="the spending" onRetry={() => void refetch()} />
        )}
      </Panel>
    );
  }
  return (
    <Panel
      title={title}
      isFlush
      aside={
        <span className={classes.aside}>
          {aside}
          <Button size="xs" variant="default" onClick={() => setIsChanging(true)}>
            {spend.limitUsd === null ? "Set a limit" : "Change limit"}
          </Button>
        </span>
      }
    >
      <dl className={classes.numbers}>
        <Sum name="Spent" sum={formatMoney(spend.spentUsd)} note={describeUnpriced(spend)} />
        <Sum
          name="Held back"
          sum={formatMoney(spend.reservedUsd)}
          note={
            spend.inDoubtCount === 0
              ? "for calls under way"
              : `of it for ${countOf(spend.inDoubtCount, "call")} in doubt`
          }
          hint={HELD_BACK}
        />
        <Sum
          name="For each accepted sample"
          sum={
            spend.perAcceptedSampleUsd === null ? "–" : formatFineMoney(spend.perAcceptedSampleUsd)
          }
          note={
            spend.acceptedCount === 0
              ? "no generated sample is accepted yet"
              : `over ${countOf(spend.acceptedCount, "accepted sample")}`
          }
        />
        <div>
          <dt>Limit over all runs</dt>
          <dd>{spend.limitUsd === null ? "None" : formatMoney(spend.limitUsd)}</dd>
          {spend.limitUsd === null ? (
            <dd className={classes.note}>only the budgets of the runs hold</dd>
          ) : (
            <dd className={classes.bar}>
              <MoneyBar {...spend} limitUsd={spend.limitUsd} />
            </dd>
          )}
        </div>
      </dl>
      <SpendLimitDialog
        key={String(isChanging)}
        limitUsd={spend.limitUsd}
        isOpen={isChanging}
        onClose={() => setIsChanging(false)}
      />
    </Panel>
  );
}

function Sum({
  name,
  sum,
  note,
  hint,
}: {
  name: string;
  sum: string;
  note: string;
  hint?: string;
}) {
  return (
    <div title={hint}>
      <dt>{name}</dt>
      <dd>{sum}</dd>
      <dd className={classes.note}>{note}</dd>
    </div>
  );
}

function describeUnpriced({ unpricedCount, byModel }: SpendOverview): string {
  if (unpricedCount > 0)
    return `without ${countOf(unpricedCount, "call")} whose price is not known`;
  const calls = byModel.reduce((sum, { callCount }) => sum + callCount, 0);
  return calls === 0 ? "no call was made yet" : `on ${countOf(calls, "call")}`;
}
